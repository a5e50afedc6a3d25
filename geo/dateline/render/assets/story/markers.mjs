import { counted } from "./counting.mjs";
import { element } from "./words.mjs";

/** @typedef {import("./types.mjs").Feature} Feature */

/** Side of what a finger can hit, in pixels. */
const TARGET = 28;

/**
 * A place's marker, made but not yet on the map: a dot with a name, or the name of an area.
 *
 * @param {import("./types.mjs").Story} story
 * @param {Feature} feature
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Actions} actions
 * @returns {import("./types.mjs").View}
 */
export function featureView(story, feature, store, { choose }) {
  const text = element("span", "label", feature.name);
  const html = element("span", "mark");
  if (feature.shape === "pin") html.append(element("span", "dot"));
  html.append(text);
  const form = feature.shape === "pin" ? "pin" : "area";
  const size = form === "pin" ? L.point(TARGET, TARGET) : L.point(0, 0);
  const icon = L.divIcon({ html, className: classes(feature), iconSize: size });
  const marker = L.marker([feature.at[1], feature.at[0]], { icon, riseOnHover: form === "pin" });
  /** @type {import("./types.mjs").View} */
  const view = {
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
  marker.on("add", () => dress(view, story, store, choose));
  return view;
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
 * Give a marker its name for those who cannot see it, and its keys.
 *
 * @param {import("./types.mjs").View} view
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Store} store
 * @param {(key: string) => void} choose
 */
function dress(view, story, store, choose) {
  const node = view.marker.getElement();
  if (!node) return;
  const { name, description, key, mentions } = view.feature;
  const { words } = story;
  const what = description ? `${name}${words.comma}${description}` : name;
  node.setAttribute("aria-label", `${what}. ${counted(words, "mentioned", mentions.length)}`);
  node.dataset.key = key;
  const numbered = /** @type {HTMLElement} */ (view.html.firstElementChild);
  numbered.dataset.number = String(story.features.indexOf(view.feature) + 1);
  node.addEventListener("click", () => choose(key));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    choose(key);
  });
  point(node, key, store);
}

/**
 * Follow the pointer and the focus onto and off a place.
 *
 * @param {HTMLElement} node
 * @param {string} key
 * @param {import("./types.mjs").Store} store
 */
function point(node, key, store) {
  for (const name of ["mouseenter", "focus"]) {
    node.addEventListener(name, () => store.set({ pointed: key }));
  }
  for (const name of ["mouseleave", "blur"]) {
    node.addEventListener(name, () => store.set({ pointed: null }));
  }
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
