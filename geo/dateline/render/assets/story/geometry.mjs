/** Degrees around the globe. */
export const TURN = 360;

/** Degrees that are lost in arithmetic. */
const NEARLY = 1e-6;

/**
 * Outlines without the edges along which they were cut: at the antimeridian, or between cells.
 *
 * @param {import("./types.mjs").Line[]} rings
 * @param {number} step Degrees between grid lines: how far a cut may have been moved.
 * @param {number} [cell] Side of a cell in degrees, if they were cut into cells.
 */
export function withoutCuts(rings, step, cell = TURN) {
  /** @param {number} steps @param {number} first Degrees at which cells begin. */
  const cut = (steps, first) => distance(steps * step - first, cell) <= step / 2 + NEARLY;
  /** @param {number} a @param {number} b @param {number} first */
  const along = (a, b, first) => Math.abs(a - b) <= 1 && cut(a, first) && cut(b, first);
  return rings.flatMap((ring) =>
    split(
      ring,
      (x, y, toX, toY) => along(x, toX, -TURN / 2) || (cell < TURN && along(y, toY, -TURN / 4)),
    ),
  );
}

/**
 * Distance of a number from the nearest multiple of another.
 *
 * @param {number} number
 * @param {number} size
 */
function distance(number, size) {
  return Math.abs(number - size * Math.round(number / size));
}

/**
 * Stretches of a line between the edges that `unwanted` picks.
 *
 * @param {import("./types.mjs").Line} line
 * @param {(x: number, y: number, toX: number, toY: number) => boolean} unwanted
 * @returns {import("./types.mjs").Line[]}
 */
function split(line, unwanted) {
  const stretches = [];
  let start = 0;
  for (let at = 2; at < line.length; at += 2) {
    if (!unwanted(line[at - 2], line[at - 1], line[at], line[at + 1])) continue;
    stretches.push(line.slice(start, at));
    start = at;
  }
  stretches.push(start ? line.slice(start) : line);
  return stretches.filter(({ length }) => length > 2);
}

/**
 * The smallest box around boxes.
 *
 * @param {import("./types.mjs").Box[]} boxes
 * @returns {import("./types.mjs").Box}
 */
export function around(boxes) {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

/**
 * A box as Leaflet's corners: south-west, north-east.
 *
 * @param {import("./types.mjs").Box} box
 * @returns {[import("./types.mjs").LatLng, import("./types.mjs").LatLng]}
 */
export function corners([west, south, east, north]) {
  return [
    [south, west],
    [north, east],
  ];
}
