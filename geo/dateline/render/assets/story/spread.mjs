/**
 * Points that lie closer together than `distance`, in groups; every point is in one group.
 *
 * @param {[number, number][]} points In pixels.
 * @param {number} distance In pixels.
 * @returns {number[][]} Indices.
 */
export function gather(points, distance) {
  const groups = [];
  points.forEach((point, index) => {
    const near = groups.find((group) => apart(points[group[0]], point) < distance);
    if (near) near.push(index);
    else groups.push([index]);
  });
  return groups;
}

/** Distance of two points. */
function apart(a, b) {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** More pins than this in one place are left there: fanned out they would say nothing. */
const CROWD = 6;

/**
 * Offsets that fan out pins which would cover each other, evenly around where they belong.
 *
 * @param {[number, number][]} points In pixels.
 * @param {number} distance Pixels that two pins need.
 * @returns {[number, number][]}
 */
export function fan(points, distance) {
  const offsets = points.map(() => [0, 0]);
  for (const group of gather(points, distance)) {
    if (group.length < 2 || group.length > CROWD) continue;
    const radius = Math.max(distance * 0.6, (distance * group.length) / (2 * Math.PI));
    const middle = [0, 1].map((axis) => mean(group.map((index) => points[index][axis])));
    group.forEach((index, place) => {
      const angle = (2 * Math.PI * place) / group.length - Math.PI / 2;
      offsets[index] = [
        middle[0] + radius * Math.cos(angle) - points[index][0],
        middle[1] + radius * Math.sin(angle) - points[index][1],
      ];
    });
  }
  return offsets;
}

/** Arithmetic mean. */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/**
 * Points by the cell of a grid they fall in.
 *
 * @param {[number, number][]} points In pixels.
 * @param {number} size Of a cell, in pixels.
 * @returns {number[][]} Indices, one array a cell.
 */
export function cluster(points, size) {
  const cells = new Map();
  points.forEach(([x, y], index) => {
    const cell = `${Math.floor(x / size)} ${Math.floor(y / size)}`;
    if (cells.has(cell)) cells.get(cell).push(index);
    else cells.set(cell, [index]);
  });
  return [...cells.values()];
}
