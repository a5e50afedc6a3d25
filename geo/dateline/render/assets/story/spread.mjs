/** Pixels that a pin may be moved at most: farther away nobody would look for it. */
const FARTHEST = 26;

/** Rounds of pushing after which pins that still touch are left where they are. */
const ROUNDS = 120;

/** Radians by which pins in the very same place set out in different directions. */
const GOLDEN = 2.399963;

/**
 * Offsets that fan out pins which would cover each other: each pair that is too close pushes
 * itself apart, until none is or nothing more can be done.
 *
 * @param {[number, number][]} points In pixels.
 * @param {number} distance Pixels that two pins need.
 * @returns {[number, number][]}
 */
export function fan(points, distance) {
  const at = points.map(([x, y], index) => nudged(x, y, index));
  const pairs = neighbours(points, distance);
  for (let round = 0; round < ROUNDS; round++) {
    if (!pairs.reduce((some, [a, b]) => push(at[a], at[b], distance) || some, false)) break;
    at.forEach((place, index) => {
      bound(place, points[index]);
    });
  }
  const crowded = new Set(pairs.flat());
  return points.map(([x, y], index) =>
    crowded.has(index) ? [at[index][0] - x, at[index][1] - y] : [0, 0],
  );
}

/**
 * A point moved by less than anybody can see, each in a direction of its own.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} index
 * @returns {[number, number]}
 */
function nudged(x, y, index) {
  return [x + 0.01 * Math.cos(GOLDEN * index), y + 0.01 * Math.sin(GOLDEN * index)];
}

/**
 * Pairs that are too close, and those that may come to be.
 *
 * @param {[number, number][]} points
 * @param {number} distance
 * @returns {[number, number][]} Indices; none where nothing is too close to anything.
 */
function neighbours(points, distance) {
  /** @type {[number, number][]} */
  const pairs = [];
  let close = false;
  for (let a = 0; a < points.length; a++) {
    for (let b = a + 1; b < points.length; b++) {
      const gap = Math.hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]);
      if (gap < distance + 2 * FARTHEST) pairs.push([a, b]);
      if (gap < distance) close = true;
    }
  }
  return close ? pairs : [];
}

/**
 * Move two places apart, each by half of what is missing.
 *
 * @param {[number, number]} a
 * @param {[number, number]} b
 * @param {number} distance
 * @returns {boolean} Whether anything was missing.
 */
function push(a, b, distance) {
  const across = b[0] - a[0];
  const down = b[1] - a[1];
  const gap = Math.hypot(across, down);
  const missing = (distance - gap) / 2;
  if (missing < 0.1) return false;
  const [east, south] = gap ? [across / gap, down / gap] : [1, 0];
  a[0] -= east * missing;
  a[1] -= south * missing;
  b[0] += east * missing;
  b[1] += south * missing;
  return true;
}

/**
 * Bring a place back to where one would still look for it.
 *
 * @param {[number, number]} place
 * @param {[number, number]} home
 */
function bound(place, home) {
  const across = place[0] - home[0];
  const down = place[1] - home[1];
  const away = Math.hypot(across, down);
  if (away <= FARTHEST) return;
  place[0] = home[0] + (across / away) * FARTHEST;
  place[1] = home[1] + (down / away) * FARTHEST;
}

/**
 * Points by the cell of a grid they fall in.
 *
 * @param {[number, number][]} points In pixels.
 * @param {number} size Of a cell, in pixels.
 * @returns {number[][]} Indices, one array a cell.
 */
export function cluster(points, size) {
  /** @type {Map<string, number[]>} */
  const cells = new Map();
  points.forEach(([x, y], index) => {
    const name = `${Math.floor(x / size)} ${Math.floor(y / size)}`;
    const cell = cells.get(name);
    if (cell) cell.push(index);
    else cells.set(name, [index]);
  });
  return [...cells.values()];
}
