import { filled } from "./words.mjs";

/** @typedef {Record<string, string>} Words */

/**
 * The language of the page's own words, with the digits that addresses and printed numbers have.
 *
 * @param {Words} words
 */
export function localeOf({ language }) {
  return `${language}-u-nu-latn`;
}

/**
 * A phrase with a count, in the form that the language has for it: "1 place", "3 places".
 *
 * @param {Words} words
 * @param {string} name Key of the phrase without its plural category.
 * @param {number} count
 */
export function counted(words, name, count) {
  const number = new Intl.NumberFormat(localeOf(words)).format(count);
  return filled(inNumber(words, name, count), { count: number });
}

/**
 * Where the text has a place: "Mentioned 3 times in paragraphs 2 and 5".
 *
 * @param {Words} words
 * @param {import("./types.mjs").Mention[]} mentions
 */
export function mentionedIn(words, mentions) {
  const blocks = [...new Set(mentions.map(({ paragraph }) => paragraph.slice(1)))];
  const list = new Intl.ListFormat(localeOf(words)).format(blocks);
  return filled(words.mentioned_in, {
    mentioned: counted(words, "mentioned", mentions.length),
    paragraphs: filled(inNumber(words, "paragraphs", blocks.length), { list }),
  });
}

/**
 * A length on the ground: "20 km", "20 км".
 *
 * @param {Words} words
 * @param {number} metres
 */
export function groundLength(words, metres) {
  const [value, unit] = metres < 1000 ? [metres, "meter"] : [metres / 1000, "kilometer"];
  return new Intl.NumberFormat(localeOf(words), { style: "unit", unit }).format(value);
}

/**
 * @param {Words} words
 * @param {string} name
 * @param {number} count
 */
function inNumber(words, name, count) {
  const category = new Intl.PluralRules(localeOf(words)).select(count);
  return words[`${name}_${category}`] ?? words[`${name}_other`];
}
