import { counted } from "../story/counting.mjs";
import { around, corners } from "../story/geometry.mjs";
import { classes } from "../story/markers.mjs";
import { element } from "../story/words.mjs";

/** @typedef {import("./types.mjs").Site} Site */

/** Side of what a finger can hit, in pixels. */
const REACH = 28;

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
  const form = site.shape === "pin" ? "pin" : "area";
  const text = element("span", "label", site.name);
  const html = element("span", "mark");
  text.dataset.side = "none";
  if (form === "pin") html.append(element("span", "dot"));
  html.append(text);
  const size = form === "pin" ? REACH : 0;
  const icon = L.divIcon({ html, className: classes(site), iconSize: [size, size] });
  const marker = L.marker([site.at[1], site.at[0]], { icon, riseOnHover: form === "pin" });
  marker.on("add", () => {
    const node = marker.getElement();
    if (node) dressPin(node, site, words, choose, point);
  });
  return {
    feature: site,
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

/**
 * Give a marker its name for those who cannot see it, and its keys; it is a new node each time it
 * comes back to the map.
 *
 * @param {HTMLElement} node
 * @param {Site} site
 * @param {Record<string, string>} words
 * @param {(key: string) => void} choose
 * @param {(key: string|null) => void} point
 */
function dressPin(node, { key, name, description, count }, words, choose, point) {
  const what = description ? `${name}${words.comma}${description}` : name;
  node.setAttribute("aria-label", `${what}. ${counted(words, "mentioned", count)}`);
  node.dataset.key = key;
  node.dataset.weight = String(weight(count));
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
function onKeys(node, act) {
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
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
