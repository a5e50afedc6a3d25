/** Pixels between a dot's middle and its label. */
const GAP = 9;

/** The same across corners. */
const NEAR = 5;

/** Pixels by which an area's label may give way, up or down. */
const STEP = 17;

/** Where a label may stand, best first, as a share of its own size from the point. */
const SIDES = {
  pin: {
    east: ([x, y], [w, h]) => [x + GAP, y - h / 2, x + GAP + w, y + h / 2],
    west: ([x, y], [w, h]) => [x - GAP - w, y - h / 2, x - GAP, y + h / 2],
    north: ([x, y], [w, h]) => [x - w / 2, y - GAP - h, x + w / 2, y - GAP],
    south: ([x, y], [w, h]) => [x - w / 2, y + GAP, x + w / 2, y + GAP + h],
    northeast: ([x, y], [w, h]) => [x + NEAR, y - NEAR - h, x + NEAR + w, y - NEAR],
    southeast: ([x, y], [w, h]) => [x + NEAR, y + NEAR, x + NEAR + w, y + NEAR + h],
    northwest: ([x, y], [w, h]) => [x - NEAR - w, y - NEAR - h, x - NEAR, y - NEAR],
    southwest: ([x, y], [w, h]) => [x - NEAR - w, y + NEAR, x - NEAR, y + NEAR + h],
  },
  area: {
    middle: ([x, y], [w, h]) => [x - w / 2, y - h / 2, x + w / 2, y + h / 2],
    above: ([x, y], [w, h]) => [x - w / 2, y - h / 2 - STEP, x + w / 2, y + h / 2 - STEP],
    below: ([x, y], [w, h]) => [x - w / 2, y - h / 2 + STEP, x + w / 2, y + h / 2 + STEP],
  },
};

/**
 * @typedef {Object} Label
 * @property {"pin"|"area"} form
 * @property {[number, number]} point Where it belongs, in pixels.
 * @property {[number, number]} size Width and height in pixels.
 * @property {boolean} must Whether it is shown even where it covers another.
 * @property {number} [dot] Half the width of a dot that comes and goes with it, in pixels.
 */

/**
 * Find a place for every label that fits, in the order given, which is that of importance.
 *
 * @param {Label[]} labels
 * @param {import("./types.mjs").Box[]} taken What may not be covered; grows by what is placed.
 * @param {[number, number]} frame Size of the map in pixels.
 * @returns {(string|null)[]} A side for each, null where none is free.
 */
export function placeLabels(labels, taken, frame) {
  return labels.map((label) => {
    const dot = label.dot ? [square(label.point, label.dot)] : [];
    if (dot.some((box) => taken.some((other) => overlap(box, other)))) return null;
    const boxes = Object.entries(SIDES[label.form]).map(([side, place]) => [
      side,
      place(label.point, label.size),
    ]);
    const whole = boxes.filter(([, box]) => within(box, frame));
    const free = whole.find(([, box]) => !taken.some((other) => overlap(box, other)));
    const found = free ?? (label.must ? clearest(whole.length ? whole : boxes, taken) : undefined);
    if (!found) return null;
    taken.push(found[1], ...dot);
    return found[0];
  });
}

/** The side on which a label covers least of what is there. */
function clearest(boxes, taken) {
  const covered = boxes.map(([, box]) => taken.reduce((sum, other) => sum + shared(box, other), 0));
  return boxes[covered.indexOf(Math.min(...covered))];
}

/** Square pixels that two boxes share. */
function shared(a, b) {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return across > 0 && down > 0 ? across * down : 0;
}

/** A box around a point. */
export function square([x, y], half) {
  return [x - half, y - half, x + half, y + half];
}

/** Whether two boxes share more than an edge. */
function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Whether a box lies inside the map. */
function within(box, [width, height]) {
  return box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;
}
