import { button, element } from "./words.mjs";

/**
 * Put the controls on the map, before the pins in the order of the Tab key.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Actions} actions
 * @param {{card: HTMLElement, legend: HTMLElement|null, tiles: HTMLElement|null, reads: boolean}} parts
 */
export function addControls(map, story, store, { overview }, { card, legend, tiles, reads }) {
  const { words } = story;
  L.control
    .zoom({ position: "topright", zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out })
    .addTo(map);
  const bar = element("div", "bar");
  bar.append(button("whole", words.whole, overview));
  if (reads) bar.append(toggle(words.follow, "follow", store));
  if (story.features.some(({ kind }) => kind === "associative")) {
    bar.append(toggle(words.passing, "passing", store));
  }
  if (tiles) bar.append(tiles);
  if (story.features.length) addControl(map, "topleft", bar);
  addControl(map, "bottomleft", card);
  if (legend) addControl(map, "bottomleft", legend);
  L.control
    .scale({ position: "bottomright", imperial: document.documentElement.lang === "en-US" })
    .addTo(map);
  const container = map.getContainer();
  const controls = container.querySelector(".leaflet-control-container");
  if (controls) container.prepend(controls);
}

/**
 * Put an element on the map without its clicks and keys reaching the map.
 *
 * @param {L.Map} map
 * @param {L.ControlPosition} position
 * @param {HTMLElement} node
 */
export function addControl(map, position, node) {
  const control = new L.Control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(node);
    node.addEventListener("keydown", (event) => event.key !== "Escape" && event.stopPropagation());
    return node;
  };
  control.addTo(map);
}

/**
 * A button that is on or off, as a part of the state.
 *
 * @param {string} text
 * @param {"follow"|"passing"} name
 * @param {import("./types.mjs").Store} store
 */
function toggle(text, name, store) {
  const made = button(`toggle ${name}`, text, () => store.set({ [name]: !store.get()[name] }));
  /** @param {import("./types.mjs").State} state */
  const show = (state) => made.setAttribute("aria-pressed", String(state[name]));
  store.watch(show);
  show(store.get());
  return made;
}
