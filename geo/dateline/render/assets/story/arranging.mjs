import { placeLabels, square } from "./labels.mjs";
import { pixels } from "./markers.mjs";
import { fan } from "./spread.mjs";

/** @typedef {import("./types.mjs").View} View */

/** Pixels that two pins need to be told apart and hit. */
const APART = 22;

/** Half the width of a dot, as an obstacle for labels, in pixels. */
const DOT = 6;

/** The same for the towns of the base map. */
const BASE_DOT = 4;

/** Rank from which on a place is what the reader and the text are at. */
const LIT = 2;

/**
 * Fan out the pins that would cover each other at this zoom.
 *
 * @param {L.Map} map
 * @param {View[]} views
 */
export function spreadPins(map, views) {
  const pins = views.filter((view) => view.form === "pin" && map.hasLayer(view.marker));
  const points = pins.map((view) => pixels(map.project(view.marker.getLatLng())));
  fan(points, APART).forEach(([dx, dy], index) => {
    move(pins[index], dx, dy);
  });
}

/**
 * Move a pin off its place, and draw the way back.
 *
 * @param {View} view
 * @param {number} dx
 * @param {number} dy
 */
function move(view, dx, dy) {
  const { style, classList } = view.html;
  const moved = Math.hypot(dx, dy) > 1;
  view.offset = [dx, dy];
  style.transform = moved ? `translate(${dx}px, ${dy}px)` : "";
  classList.toggle("moved", moved);
  style.setProperty("--away", `${Math.hypot(dx, dy)}px`);
  style.setProperty("--back", `${Math.atan2(-dy, -dx)}rad`);
}

/**
 * Place the labels: those the text is at, among their own dots; then the story's others, around
 * all dots; then the names of the base map where room is left.
 *
 * @param {L.Map} map
 * @param {View[]} views
 * @param {import("./types.mjs").BaseNames} base
 */
export function placeAll(map, views, base) {
  const mine = onMap(map, shown(map, views)).sort((a, b) => byImportance(a.view, b.view));
  for (const view of views) view.text.dataset.side = "none";
  const taken = occupied(map);
  for (const some of [
    mine.filter(({ view }) => view.rank >= LIT),
    mine.filter(({ view }) => view.rank < LIT),
  ]) {
    for (const { view, point } of some) if (view.form === "pin") taken.push(square(point, DOT));
    const leading = some[0] === mine[0] ? 0 : -1;
    placeSome(map, some, taken, (view, index) => ({ must: view.rank > LIT || index === leading }));
  }
  const names = onMap(map, base.wanted());
  const sides = placeSome(map, names, taken, ({ form }) => ({
    dot: form === "area" ? 0 : BASE_DOT,
  }));
  const placed = new Set(names.filter((_, index) => sides[index] !== null).map(({ view }) => view));
  for (const view of base.views) {
    view.text.parentElement?.classList.toggle("out", !placed.has(view));
  }
}

/**
 * Place some labels and write down on which side each stands.
 *
 * @template {View|import("./types.mjs").NameView} T
 * @param {L.Map} map
 * @param {{view: T, point: import("./types.mjs").Pixels}[]} items
 * @param {import("./types.mjs").Box[]} taken
 * @param {(view: T, index: number) => {must?: boolean, dot?: number}} wishes
 */
function placeSome(map, items, taken, wishes) {
  const labels = items.map(({ view, point }, index) => ({
    form: view.form,
    point,
    size: measured(view.text),
    must: false,
    ...wishes(view, index),
  }));
  const sides = placeLabels(labels, taken, pixels(map.getSize()));
  items.forEach(({ view }, index) => {
    view.text.dataset.side = sides[index] ?? "none";
  });
  return sides;
}

/**
 * Those that are on the map as it stands, each with its point.
 *
 * @template {View|import("./types.mjs").NameView} T
 * @param {L.Map} map
 * @param {T[]} views
 */
function onMap(map, views) {
  const { x: width, y: height } = map.getSize();
  const items = views.map((view) => ({ view, point: position(map, view) }));
  return items.filter(({ point: [x, y] }) => x >= 0 && y >= 0 && x <= width && y <= height);
}

/**
 * What the reader and the text are at comes first, then what the story speaks of most.
 *
 * @param {View} a
 * @param {View} b
 */
function byImportance(a, b) {
  return b.rank - a.rank || b.feature.mentions.length - a.feature.mentions.length;
}

/**
 * What lies on the map besides names: controls and clusters.
 *
 * @param {L.Map} map
 * @returns {import("./types.mjs").Box[]}
 */
function occupied(map) {
  const container = map.getContainer();
  const origin = container.getBoundingClientRect();
  return [...container.querySelectorAll(".leaflet-control, .cluster")].map((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top];
  });
}

/**
 * Views whose marker is on the map and shown.
 *
 * @param {L.Map} map
 * @param {View[]} views
 */
function shown(map, views) {
  return views.filter((view) => map.hasLayer(view.marker) && !view.hidden);
}

/**
 * Where a view's dot or label is on the map.
 *
 * @param {L.Map} map
 * @param {View|import("./types.mjs").NameView} view
 * @returns {import("./types.mjs").Pixels}
 */
function position(map, view) {
  const { x, y } = map.latLngToContainerPoint(view.marker.getLatLng());
  const [dx, dy] = "offset" in view ? view.offset : [0, 0];
  return [x + dx, y + dy];
}

/** @type {WeakMap<HTMLElement, import("./types.mjs").Pixels>} */
const sizes = new WeakMap();

/**
 * Size of a label, measured once.
 *
 * @param {HTMLElement} text
 * @returns {import("./types.mjs").Pixels}
 */
function measured(text) {
  const known = sizes.get(text);
  if (known) return known;
  /** @type {import("./types.mjs").Pixels} */
  const size = [text.offsetWidth, text.offsetHeight];
  if (size[0]) sizes.set(text, size);
  return size;
}
