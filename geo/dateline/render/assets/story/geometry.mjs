/** Degrees around the globe. */
export const TURN = 360;

/** Degrees that are lost in arithmetic. */
const NEARLY = 1e-6;

/**
 * Lines moved by some degrees of longitude.
 *
 * @param {import("./types.mjs").LatLng[][]} lines
 * @param {number} turn
 */
export function turned(lines, turn) {
  if (!turn) return lines;
  return lines.map((line) =>
    line.map(([lat, lon]) => /** @type {import("./types.mjs").LatLng} */ ([lat, lon + turn])),
  );
}

/**
 * Outlines without the edges along which they were cut: at the antimeridian, or between cells.
 *
 * @param {import("./types.mjs").LatLng[][]} rings
 * @param {number} step Degrees between grid lines: how far a cut may have been moved.
 * @param {number} [cell] Side of a cell in degrees, if they were cut into cells.
 */
export function withoutCuts(rings, step, cell = TURN) {
  /** @param {number} degrees @param {number} size */
  const cut = (degrees, size) => distance(degrees, size) <= step / 2 + NEARLY;
  return rings.flatMap((ring) =>
    split(ring, (a, b) => {
      const upright =
        cut(a[1] + TURN / 2, cell) && cut(b[1] + TURN / 2, cell) && near(a[1], b[1], step);
      const level = cell < TURN && cut(a[0] + TURN / 4, cell) && near(a[0], b[0], step);
      return upright || (level && cut(b[0] + TURN / 4, cell));
    }),
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
 * Whether two coordinates are the same but for the grid.
 *
 * @param {number} a
 * @param {number} b
 * @param {number} step
 */
function near(a, b, step) {
  return Math.abs(a - b) <= step + NEARLY;
}

/**
 * Stretches of a line between the edges that `unwanted` picks.
 *
 * @param {import("./types.mjs").LatLng[]} line
 * @param {(a: import("./types.mjs").LatLng, b: import("./types.mjs").LatLng) => boolean} unwanted
 */
function split(line, unwanted) {
  const out = [];
  let run = [line[0]];
  for (let i = 1; i < line.length; i++) {
    if (unwanted(line[i - 1], line[i])) {
      if (run.length > 1) out.push(run);
      run = [];
    }
    run.push(line[i]);
  }
  if (run.length > 1) out.push(run);
  return out;
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
