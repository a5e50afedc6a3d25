/** Pixels between a dot's middle and its label. */
const GAP = 9;

/** The same across corners. */
const NEAR = 5;

/** Pixels by which an area's label may give way, up or down. */
const STEP = 17;

/**
 * Where a label may stand beside a dot, best first: the box of a label of some size at a point.
 *
 * @type {Record<string, (x: number, y: number, w: number, h: number) => Box>}
 */
const BESIDE = {
  east: (x, y, w, h) => [x + GAP, y - h / 2, x + GAP + w, y + h / 2],
  west: (x, y, w, h) => [x - GAP - w, y - h / 2, x - GAP, y + h / 2],
  north: (x, y, w, h) => [x - w / 2, y - GAP - h, x + w / 2, y - GAP],
  south: (x, y, w, h) => [x - w / 2, y + GAP, x + w / 2, y + GAP + h],
  northeast: (x, y, w, h) => [x + NEAR, y - NEAR - h, x + NEAR + w, y - NEAR],
  southeast: (x, y, w, h) => [x + NEAR, y + NEAR, x + NEAR + w, y + NEAR + h],
  northwest: (x, y, w, h) => [x - NEAR - w, y - NEAR - h, x - NEAR, y - NEAR],
  southwest: (x, y, w, h) => [x - NEAR - w, y + NEAR, x - NEAR, y + NEAR + h],
};

/**
 * Where the name of an area may stand.
 *
 * @type {typeof BESIDE}
 */
const WITHIN = {
  middle: (x, y, w, h) => [x - w / 2, y - h / 2, x + w / 2, y + h / 2],
  above: (x, y, w, h) => [x - w / 2, y - h / 2 - STEP, x + w / 2, y + h / 2 - STEP],
  below: (x, y, w, h) => [x - w / 2, y - h / 2 + STEP, x + w / 2, y + h / 2 + STEP],
};

/** @typedef {import("./types.mjs").Box} Box Left, top, right, bottom. */

/**
 * @typedef {Object} Label
 * @property {"pin"|"area"} form
 * @property {import("./types.mjs").Pixels} point Where it belongs.
 * @property {import("./types.mjs").Pixels} size Width and height.
 * @property {boolean} must Whether it is shown even where it covers another.
 * @property {number} [dot] Half the width of a dot that comes and goes with it, in pixels.
 */

/**
 * Find a place for every label that fits, in the order given, which is that of importance.
 *
 * @param {Label[]} labels
 * @param {Box[]} taken What may not be covered; grows by what is placed.
 * @param {import("./types.mjs").Pixels} frame Size of the map.
 * @returns {(string|null)[]} A side for each, null where none is free.
 */
export function placeLabels(labels, taken, frame) {
  return labels.map(({ form, point, size, must, dot }) => {
    const own = dot ? [square(point, dot)] : [];
    if (own.some((box) => taken.some((other) => shared(box, other)))) return null;
    const sides = Object.entries(form === "pin" ? BESIDE : WITHIN);
    const boxes = sides.map(([, place]) => place(...point, ...size));
    const whole = boxes.filter((box) => within(box, frame));
    const free = whole.find((box) => !taken.some((other) => shared(box, other)));
    const found = free ?? (must ? clearest(whole.length ? whole : boxes, taken) : undefined);
    if (!found) return null;
    taken.push(found, ...own);
    return sides[boxes.indexOf(found)][0];
  });
}

/**
 * The box that covers least of what is there.
 *
 * @param {Box[]} boxes
 * @param {Box[]} taken
 */
function clearest(boxes, taken) {
  const covered = boxes.map((box) => taken.reduce((sum, other) => sum + shared(box, other), 0));
  return boxes[covered.indexOf(Math.min(...covered))];
}

/**
 * A box around a point.
 *
 * @param {import("./types.mjs").Pixels} point
 * @param {number} half
 * @returns {Box}
 */
export function square([x, y], half) {
  return [x - half, y - half, x + half, y + half];
}

/**
 * Square pixels that two boxes share.
 *
 * @param {Box} a
 * @param {Box} b
 */
function shared(a, b) {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return across > 0 && down > 0 ? across * down : 0;
}

/**
 * Whether a box lies inside the map.
 *
 * @param {Box} box
 * @param {import("./types.mjs").Pixels} size
 */
function within(box, [width, height]) {
  return box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
}
