const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What each letter stands for, by its code. */
const VALUES = new Uint8Array(128);
for (let value = 0; value < LETTERS.length; value++) VALUES[LETTERS.charCodeAt(value)] = value;

/** Five bits a letter; the sixth says that more follow. */
const MORE = 32;

/**
 * Read lines written by `render/codec.py`.
 *
 * @param {string} [text]
 * @returns {import("./types.mjs").Line[]}
 */
export function decodeLines(text) {
  return text ? text.split(" ").map(decodeLine) : [];
}

/**
 * One line, of differences from the point before.
 *
 * @param {string} text
 */
function decodeLine(text) {
  const line = decodeNumbers(text);
  for (let at = 2; at < line.length; at++) line[at] += line[at - 2];
  return line;
}

/**
 * Numbers, the lowest bits first, the lowest of all for the sign.
 *
 * @param {string} text
 */
function decodeNumbers(text) {
  const numbers = [];
  let bits = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charCodeAt(at)];
    bits += (value % MORE) * weight;
    weight *= MORE;
    if (value >= MORE) continue;
    numbers.push(bits % 2 ? -(bits + 1) / 2 : bits / 2);
    bits = 0;
    weight = 1;
  }
  return numbers;
}
