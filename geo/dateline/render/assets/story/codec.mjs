const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]));

/** Five bits a letter; the sixth says that more follow. */
const BITS = 5;
const MORE = 32;

/**
 * Read lines written by `render/codec.py`.
 *
 * @param {string} text
 * @param {number} step Degrees between grid lines.
 * @returns {import("./types.mjs").LatLng[][]} Latitude first, as Leaflet wants it.
 */
export function decodeLines(text, step) {
  return text ? text.split(" ").map((line) => decodeLine(line, step)) : [];
}

/**
 * One line: differences, east and north in turn.
 *
 * @param {string} line
 * @param {number} step
 */
function decodeLine(line, step) {
  /** @type {import("./types.mjs").LatLng[]} */
  const points = [];
  let x = 0;
  let y = 0;
  let at = 0;
  const number = () => {
    let bits = 0;
    let shift = 0;
    for (;;) {
      const value = VALUES.get(line[at++]) ?? 0;
      bits += (value % MORE) * 2 ** shift;
      shift += BITS;
      if (value < MORE) break;
    }
    return bits % 2 ? -(bits + 1) / 2 : bits / 2;
  };
  while (at < line.length) {
    x += number();
    y += number();
    points.push([y * step, x * step]);
  }
  return points;
}
