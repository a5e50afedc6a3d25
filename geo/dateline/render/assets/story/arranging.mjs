import { placeLabels, square } from "./labels.mjs";
import { pixels } from "./markers.mjs";
import { fan } from "./spread.mjs";

/** Pixels that two pins need to be told apart and hit. */
const APART = 22;

/** Half the width of a dot, as an obstacle for labels, in pixels. */
const DOT = 6;

/** The same for the towns of the base map. */
const BASE_DOT = 4;

/** Fan out the pins that would cover each other at this zoom. */
export function spreadPins(map, views) {
  const pins = views.filter((view) => view.form === "pin" && map.hasLayer(view.marker));
  const points = pins.map((view) => pixels(map.project(view.marker.getLatLng())));
  fan(points, APART).forEach(([dx, dy], index) => {
    move(pins[index], dx, dy);
  });
}

/** Move a pin off its place, and draw the way back. */
function move(view, dx, dy) {
  const { style, classList } = view.html;
  const moved = Math.hypot(dx, dy) > 1;
  view.offset = [dx, dy];
  style.transform = moved ? `translate(${dx}px, ${dy}px)` : "";
  classList.toggle("moved", moved);
  style.setProperty("--away", `${Math.hypot(dx, dy)}px`);
  style.setProperty("--back", `${Math.atan2(-dy, -dx)}rad`);
}

/** Place the labels: the story's by importance, then those of the base map where room is left. */
export function placeAll(map, views, base) {
  const { x: width, y: height } = map.getSize();
  const mine = shown(map, views).sort(byImportance);
  const names = base.wanted().map((view) => ({ ...view, rank: -1 }));
  const items = [...mine, ...names].map((view) => ({ view, point: position(map, view) }));
  const near = items.filter(({ point: [x, y] }) => x >= 0 && y >= 0 && x <= width && y <= height);
  const dots = near.filter(({ view }) => view.form === "pin" && view.feature);
  const taken = [...dots.map(({ point }) => square(point, DOT)), ...occupied(map)];
  const labels = near.map(({ view, point }, index) => ({
    form: view.form,
    point,
    size: measured(view.text),
    must: view.rank > 2 || (index === 0 && view.rank > 0),
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

/** What the reader and the text are at comes first, then what the story speaks of most. */
function byImportance(a, b) {
  return b.rank - a.rank || b.feature.mentions.length - a.feature.mentions.length;
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
