import { TURN } from "./geometry.mjs";

/**
 * @typedef {Object} Shape A line on the globe, spread out flat once and for all.
 * @property {Float64Array} points East and south in turn, in widths of the globe in Web Mercator.
 * @property {import("./types.mjs").Box} box Of its points.
 *
 * @typedef {Object} Frame The part of the plane that is drawn.
 * @property {number} scale Pixels in the width of the globe.
 * @property {import("./types.mjs").Pixels} origin What lies at pixel 0.
 * @property {import("./types.mjs").Box} box Pixels beyond which nothing is seen.
 */

/** Latitude in degrees at which Web Mercator ends. */
const POLE = 85.0511287798;

/** Pixels, across and down together, from which on two points of a line are told apart. */
const TOLD_APART = 2;

/** Sides of a box on which a point may lie outside of it. */
const [WEST, NORTH, EAST, SOUTH] = [1, 2, 4, 8];

/**
 * Spread lines out flat.
 *
 * @param {import("./types.mjs").Line[]} lines
 * @param {number} step Degrees between grid lines.
 * @returns {Shape[]}
 */
export function flattened(lines, step) {
  return lines.map((line) => {
    const points = new Float64Array(line.length);
    /** @type {import("./types.mjs").Box} */
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < line.length; at += 2) {
      const x = 0.5 + (line[at] * step) / TURN;
      const y = southing(line[at + 1] * step);
      points[at] = x;
      points[at + 1] = y;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
    return { points, box };
  });
}

/**
 * How far south of the top of the map a latitude lies, in widths of the globe.
 *
 * @param {number} lat In degrees.
 */
function southing(lat) {
  const sine = Math.sin((Math.max(-POLE, Math.min(POLE, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/**
 * What an SVG path needs to draw lines: whole pixels, and no points that are too close to be told
 * apart or lie where nobody sees them.
 *
 * @param {Shape[]} shapes
 * @param {Frame} frame
 * @param {boolean} filled Whether they are rings, to be closed and filled.
 */
export function pathOf(shapes, frame, filled) {
  let path = "";
  for (const { points, box } of shapes) {
    if (touches(box, frame)) path += written(thinned(points, frame), frame.box, filled);
  }
  return path;
}

/**
 * Whether anything of a box may be seen.
 *
 * @param {import("./types.mjs").Box} box
 * @param {Frame} frame
 */
function touches([west, north, east, south], { scale, origin: [left, top], box }) {
  const across = east * scale - left >= box[0] && west * scale - left <= box[2];
  return across && south * scale - top >= box[1] && north * scale - top <= box[3];
}

/**
 * A line in pixels, without points that are as good as the one before.
 *
 * @param {Float64Array} points
 * @param {Frame} frame
 * @returns {number[]} Across and down in turn.
 */
function thinned(points, { scale, origin: [left, top] }) {
  const pixels = [];
  const end = points.length - 2;
  let lastX = Infinity;
  let lastY = Infinity;
  for (let at = 0; at <= end; at += 2) {
    const x = Math.round(points[at] * scale - left);
    const y = Math.round(points[at + 1] * scale - top);
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < TOLD_APART && at < end) continue;
    pixels.push(x, y);
    lastX = x;
    lastY = y;
  }
  return pixels;
}

/**
 * A line as a path. Of points that follow each other beyond the same edge of the frame only the
 * first and the last are kept; between them a ring goes straight, and a line is lifted.
 *
 * @param {number[]} pixels
 * @param {import("./types.mjs").Box} box
 * @param {boolean} filled
 */
function written(pixels, box, filled) {
  const sides = sidesOf(pixels, box);
  let path = "";
  let beyond = 0;
  let lastX = 0;
  let lastY = 0;
  for (let at = 0; at < pixels.length; at += 2) {
    const here = beyond & sides[at / 2];
    if (here & sides[at / 2 + 1]) {
      beyond = here;
      continue;
    }
    const x = pixels[at];
    const y = pixels[at + 1];
    path += at === 0 || (here && !filled) ? `M${x} ${y}` : `l${x - lastX} ${y - lastY}`;
    beyond = sides[at / 2];
    lastX = x;
    lastY = y;
  }
  return filled ? `${path}z` : path;
}

/**
 * Beyond which edges of a box each point lies.
 *
 * @param {number[]} pixels
 * @param {import("./types.mjs").Box} box
 */
function sidesOf(pixels, [west, north, east, south]) {
  const sides = [];
  for (let at = 0; at < pixels.length; at += 2) {
    const x = pixels[at];
    const y = pixels[at + 1];
    sides.push(
      (x < west ? WEST : x > east ? EAST : 0) | (y < north ? NORTH : y > south ? SOUTH : 0),
    );
  }
  return sides;
}
