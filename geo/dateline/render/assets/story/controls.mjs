import { scaleBar } from "./scale.mjs";
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
  addZoom(map, words);
  const bar = element("div", "bar");
  bar.append(button("whole", words.whole, overview));
  if (reads) bar.append(toggle(words.follow, "follow", store));
  if (story.features.some(({ kind }) => kind === "associative")) {
    bar.append(toggle(words.passing, "passing", store));
  }
  if (tiles) bar.append(tiles);
  if (story.features.length) addControl(map, corner(words, "top", "start"), bar);
  addControl(map, corner(words, "bottom", "start"), card);
  if (legend) addControl(map, corner(words, "bottom", "start"), legend);
  finishControls(map, words);
}

/**
 * The zoom buttons; they are put on the map before everything else.
 *
 * @param {L.Map} map
 * @param {Record<string, string>} words
 */
export function addZoom(map, words) {
  L.control
    .zoom({
      position: corner(words, "top", "end"),
      zoomInTitle: words.zoom_in,
      zoomOutTitle: words.zoom_out,
    })
    .addTo(map);
}

/**
 * The scale bar, and all controls moved before the pins.
 *
 * @param {L.Map} map
 * @param {Record<string, string>} words
 */
export function finishControls(map, words) {
  scaleBar(words, corner(words, "bottom", "end")).addTo(map);
  const container = map.getContainer();
  const controls = container.querySelector(".leaflet-control-container");
  if (!controls) return;
  controls.setAttribute("dir", words.direction);
  container.prepend(controls);
}

/**
 * A corner of the map as its readers have it: where lines start, or where they end.
 *
 * @param {Record<string, string>} words
 * @param {"top"|"bottom"} edge
 * @param {"start"|"end"} side
 */
export function corner(words, edge, side) {
  const left = (side === "start") === (words.direction === "ltr");
  return /** @type {L.ControlPosition} */ (`${edge}${left ? "left" : "right"}`);
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
