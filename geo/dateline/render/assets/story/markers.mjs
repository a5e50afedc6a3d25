import { counted } from "./counting.mjs";
import { element, whenIdle } from "./words.mjs";

/** @typedef {import("./types.mjs").Feature} Feature */

/** Side of what a finger can hit, in pixels. */
const TARGET = 28;

/**
 * A feature's marker, made but not yet on the map.
 *
 * @param {import("./types.mjs").Story} story
 * @param {Feature} feature
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Actions} actions
 * @returns {import("./types.mjs").View}
 */
export function featureView(story, feature, store, { choose }) {
  const view = placeView(feature);
  view.marker.on("add", () => {
    const node = view.marker.getElement();
    if (!node) return;
    const numbered = /** @type {HTMLElement} */ (view.html.firstElementChild);
    numbered.dataset.number = String(story.features.indexOf(feature) + 1);
    dressMarker(node, feature, feature.mentions.length, story.words, {
      choose,
      point: (pointed) => store.set({ pointed }),
    });
  });
  return view;
}

/**
 * A dot with a name, or the name of an area.
 *
 * @param {Feature} feature
 * @returns {import("./types.mjs").View}
 */
export function placeView(feature) {
  const text = element("span", "label", feature.name);
  const html = element("span", "mark");
  if (feature.shape === "pin") html.append(element("span", "dot"));
  html.append(text);
  const form = feature.shape === "pin" ? "pin" : "area";
  const size = form === "pin" ? L.point(TARGET, TARGET) : L.point(0, 0);
  const icon = L.divIcon({ html, className: classes(feature), iconSize: size });
  const marker = flatMarker(feature.at, { icon, riseOnHover: form === "pin" });
  return {
    feature,
    marker,
    html,
    text,
    form,
    outlines: [],
    offset: [0, 0],
    rank: 0,
    quiet: false,
    hidden: false,
  };
}

/** @type {any} The class of `flatMarker`, made once Leaflet is there. */
let Flat;

/**
 * A marker that only its rank raises above others. Leaflet raises those farther south, too, and so
 * piles all of them anew in each frame of a move.
 *
 * @param {[number, number]} at Longitude and latitude.
 * @param {L.MarkerOptions} options
 * @returns {L.Marker}
 */
function flatMarker([lon, lat], options) {
  Flat ??= L.Marker.extend({
    /** @this {any} @param {number} raised */
    _updateZIndex(raised) {
      if (this._icon) this._icon.style.zIndex = this.options.zIndexOffset + raised;
    },
  });
  return new Flat([lat, lon], options);
}

/**
 * Classes that tell what a feature is.
 *
 * @param {Feature} feature
 */
export function classes(feature) {
  const marks = /** @type {const} */ (["uncertain", "vague", "broad", "bordered"]);
  const own = marks.filter((name) => feature[name]);
  return ["place", feature.shape, feature.kind, ...own].join(" ");
}

/**
 * Give a marker its name for those who cannot see it, and its keys; it is a new node each time it
 * comes back to the map. How often it is mentioned is added when there is time.
 *
 * @param {HTMLElement} node
 * @param {Pick<Feature, "key" | "name" | "description">} feature
 * @param {number} count Mentions.
 * @param {Record<string, string>} words
 * @param {{choose: (key: string) => void, point: (key: string|null) => void}} actions
 */
export function dressMarker(node, { key, name, description }, count, words, { choose, point }) {
  const what = description ? `${name}${words.comma}${description}` : name;
  node.setAttribute("aria-label", what);
  whenIdle(() => {
    node.setAttribute("aria-label", `${what}. ${counted(words, "mentioned", count)}`);
  });
  node.dataset.key = key;
  node.addEventListener("click", () => choose(key));
  onKeys(node, () => choose(key));
  for (const event of ["mouseenter", "focus"]) node.addEventListener(event, () => point(key));
  for (const event of ["mouseleave", "blur"]) node.addEventListener(event, () => point(null));
}

/**
 * Let Enter and the space bar do what a click does.
 *
 * @param {HTMLElement} node
 * @param {() => void} act
 */
export function onKeys(node, act) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

/**
 * A Leaflet point as a pair.
 *
 * @param {L.Point} point
 * @returns {import("./types.mjs").Pixels}
 */
export function pixels({ x, y }) {
  return [x, y];
}
