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
  const number = rulesOf(localeOf(words)).numbers.format(count);
  return filled(inNumber(words, name, count), { count: number });
}

/** @type {Map<string, {numbers: Intl.NumberFormat, plurals: Intl.PluralRules}>} */
const rules = new Map();

/**
 * How a language writes and counts; made once, because making it takes long.
 *
 * @param {string} locale
 */
function rulesOf(locale) {
  const known = rules.get(locale);
  if (known) return known;
  const made = {
    numbers: new Intl.NumberFormat(locale),
    plurals: new Intl.PluralRules(locale),
  };
  rules.set(locale, made);
  return made;
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
 * A length on the ground: "20 km", "20 км". Not by way of Intl, which takes a tenth of the time
 * that the page needs to open; no length on a map has so many digits that they want grouping.
 *
 * @param {Words} words
 * @param {number} metres
 */
export function groundLength(words, metres) {
  return metres < 1000
    ? filled(words.metres, { count: metres })
    : filled(words.kilometres, { count: metres / 1000 });
}

/**
 * @param {Words} words
 * @param {string} name
 * @param {number} count
 */
function inNumber(words, name, count) {
  const category = rulesOf(localeOf(words)).plurals.select(count);
  return words[`${name}_${category}`] ?? words[`${name}_other`];
}
