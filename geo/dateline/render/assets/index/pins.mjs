import { counted } from "../story/counting.mjs";
import { around, corners } from "../story/geometry.mjs";
import { dressMarker, onKeys, placeView } from "../story/markers.mjs";
import { element } from "../story/words.mjs";

/** @typedef {import("./types.mjs").Site} Site */

/** Side of a circle that stands for many places, by its weight, in pixels. */
const CIRCLES = [28, 32, 36, 40];

/** Mentions, or places in a circle, from which on a mark is larger. */
const STEPS = [3, 10, 40];

/**
 * How large a number is drawn, from 0 to 3.
 *
 * @param {number} count
 */
export function weight(count) {
  return STEPS.filter((step) => count >= step).length;
}

/**
 * A place's marker, made but not yet on the map.
 *
 * @param {Site} site
 * @param {Record<string, string>} words
 * @param {(key: string) => void} choose
 * @param {(key: string|null) => void} point
 * @returns {import("../story/types.mjs").View}
 */
export function sitePin(site, words, choose, point) {
  const view = placeView(site);
  view.text.dataset.side = "none";
  view.marker.on("add", () => {
    const node = view.marker.getElement();
    if (!node) return;
    node.dataset.weight = String(weight(site.count));
    dressMarker(node, site, site.count, words, { choose, point });
  });
  return view;
}

/**
 * A circle for many places; it opens by bringing the map closer.
 *
 * @param {L.Map} map
 * @param {Site[]} members
 * @param {L.LatLng} at
 * @param {Record<string, string>} words
 */
export function circle(map, members, at, words) {
  const size = CIRCLES[weight(members.length)];
  const html = element("span", "count", String(members.length));
  const icon = L.divIcon({ html, className: "place cluster", iconSize: [size, size] });
  const marker = L.marker(at, { icon });
  const box = around(members.map(({ at: [x, y] }) => [x, y, x, y]));
  const open = () => map.fitBounds(corners(box), { padding: [40, 40] });
  marker.on("add", () => {
    const node = marker.getElement();
    if (!node) return;
    node.setAttribute("aria-label", counted(words, "cluster", members.length));
    node.addEventListener("click", open);
    onKeys(node, open);
  });
  return marker;
}
