/** @typedef {import("./types.mjs").Site} Site */

/**
 * Letters that Unicode does not take apart, as `dateline/names.py` has them.
 *
 * @type {Record<string, string>}
 */
const WHOLE = { ß: "ss", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", æ: "ae", œ: "oe", ı: "i" };

/**
 * A text as it is searched: without accents and capitals.
 *
 * @param {string} text
 */
export function folded(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/[ßøđðłþæœı]/g, (letter) => WHOLE[letter]);
}

/**
 * Prepare the search: a place is found by its name and what it is, an article by its headline, its
 * author or a place that it names.
 *
 * @param {Site[]} sites
 * @param {Map<number, string>} headlines Headlines and authors by the article's number.
 * @returns {(query: string) => Found|null} Nothing where there is nothing to look for.
 *
 * @typedef {Object} Found
 * @property {Set<string>} places Keys.
 * @property {Set<number>} articles Numbers.
 */
export function createSearch(sites, headlines) {
  const names = sites.map(({ name, description }) => folded(`${name}, ${description}`));
  const titles = [...headlines].map(([number, text]) => ({ number, text: folded(text) }));
  return (query) => {
    const words = folded(query).split(/\s+/).filter(Boolean);
    if (!words.length) return null;
    /** @param {string} text */
    const has = (text) => words.every((word) => text.includes(word));
    const found = sites.filter((_, index) => has(names[index]));
    const named = found.flatMap(({ where }) => where.map(({ article }) => article));
    const titled = titles.filter(({ text }) => has(text)).map(({ number }) => number);
    return {
      places: new Set(found.map(({ key }) => key)),
      articles: new Set([...titled, ...named]),
    };
  };
}
