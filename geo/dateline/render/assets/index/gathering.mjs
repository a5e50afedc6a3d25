import { cluster } from "../story/spread.mjs";

/**
 * @typedef {Object} Gathered Neighbouring points.
 * @property {string} name The same for the same points.
 * @property {number[]} members Their indices, in order.
 * @property {import("../story/types.mjs").Pixels} at Their middle, kept off the cell's edges.
 */

/**
 * Gather points by the cell of a grid that they fall in.
 *
 * @param {import("../story/types.mjs").Pixels[]} points
 * @param {number} size Of a cell, in pixels.
 * @param {number} edge Pixels that the middle of many keeps from the edges of its cell.
 * @returns {Gathered[]}
 */
export function gather(points, size, edge) {
  return cluster(points, size).map((members) => ({
    name: `${members.length} ${members[0]}`,
    members,
    at: members.length > 1 ? middle(members, points, size, edge) : points[members[0]],
  }));
}

/**
 * @param {number[]} members
 * @param {import("../story/types.mjs").Pixels[]} points
 * @param {number} size
 * @param {number} edge
 * @returns {import("../story/types.mjs").Pixels}
 */
function middle(members, points, size, edge) {
  /** @param {0|1} axis */
  const along = (axis) => {
    const mean = members.reduce((sum, index) => sum + points[index][axis], 0) / members.length;
    const low = Math.floor(points[members[0]][axis] / size) * size;
    return Math.min(Math.max(mean, low + edge), low + size - edge);
  };
  return [along(0), along(1)];
}
