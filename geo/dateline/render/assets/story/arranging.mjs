import { placeLabels, square } from "./labels.mjs";
import { pixels } from "./markers.mjs";
import { fan } from "./spread.mjs";

/** Pixels that two pins need to be told apart and hit. */
const APART = 24;

/** Half the width of a dot, as an obstacle for labels, in pixels. */
const DOT = 7;

/** The same for the towns of the base map. */
const BASE_DOT = 4;

/** Fan out the pins that would cover each other at this zoom. */
export function spreadPins(map, views) {
  const pins = shown(map, views).filter((view) => view.form === "pin" && !view.quiet);
  for (const view of views) if (view.quiet) move(view, 0, 0);
  const points = pins.map((view) => pixels(map.latLngToContainerPoint(view.marker.getLatLng())));
  fan(points, APART).forEach(([dx, dy], index) => {
    move(pins[index], dx, dy);
  });
}

/** Move a pin off its place, and draw the way back. */
function move(view, dx, dy) {
  const { style, classList } = view.html;
  const moved = Boolean(dx || dy);
  view.offset = [dx, dy];
  style.transform = moved ? `translate(${dx}px, ${dy}px)` : "";
  classList.toggle("moved", moved);
  style.setProperty("--away", `${Math.hypot(dx, dy)}px`);
  style.setProperty("--back", `${Math.atan2(-dy, -dx)}rad`);
}

/** Place the labels: the story's by importance, then those of the base map where room is left. */
export function placeAll(map, views, base) {
  const { x: width, y: height } = map.getSize();
  const mine = shown(map, views).sort((a, b) => b.rank - a.rank);
  const names = base.wanted().map((view) => ({ ...view, rank: -1 }));
  const items = [...mine, ...names].map((view) => ({ view, point: position(map, view) }));
  const near = items.filter(({ point: [x, y] }) => x >= 0 && y >= 0 && x <= width && y <= height);
  const dots = near.filter(({ view }) => view.form === "pin" && view.feature);
  const taken = [...dots.map(({ point }) => square(point, DOT)), ...occupied(map)];
  const labels = near.map(({ view, point }) => ({
    form: view.form,
    point,
    size: measured(view.text),
    must: view.rank > 2,
    dot: view.feature || view.form === "area" ? 0 : BASE_DOT,
  }));
  const sides = placeLabels(labels, taken, [width, height]);
  for (const view of base.views) view.text.parentElement.classList.add("out");
  near.forEach(({ view }, index) => {
    const side = sides[index];
    view.text.dataset.side = side ?? "none";
    if (!view.feature) view.text.parentElement.classList.toggle("out", side === null);
  });
}

/** What lies on the map besides names: controls and clusters. */
function occupied(map) {
  const container = map.getContainer();
  const origin = container.getBoundingClientRect();
  return [...container.querySelectorAll(".leaflet-control, .cluster")].map((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top];
  });
}

/** Views whose marker is on the map and shown. */
function shown(map, views) {
  return views.filter((view) => map.hasLayer(view.marker) && !view.hidden);
}

/** Where a view's dot or label is on the map, in pixels. */
function position(map, view) {
  const { x, y } = map.latLngToContainerPoint(view.marker.getLatLng());
  const [dx, dy] = view.offset ?? [0, 0];
  return [x + dx, y + dy];
}

const sizes = new WeakMap();

/** Size of a label in pixels, measured once. */
function measured(text) {
  const known = sizes.get(text);
  if (known) return known;
  const size = [text.offsetWidth, text.offsetHeight];
  if (size[0]) sizes.set(text, size);
  return size;
}
