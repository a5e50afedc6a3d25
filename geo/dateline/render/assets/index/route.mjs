/**
 * @typedef {Object} Route What an address points at.
 * @property {"articles"|"places"} [list]
 * @property {string} [place] Key.
 * @property {string} [article] Name.
 * @property {string} [passage] Fragment of a paragraph.
 */

/**
 * Read the fragment of an address.
 *
 * @param {string} hash With or without its number sign.
 * @returns {Route}
 */
export function readRoute(hash) {
  const name = plain(hash.replace(/^#/, ""));
  if (name.startsWith("place-")) return { place: name.slice("place-".length) };
  if (name.startsWith("article-")) return { article: name.slice("article-".length) };
  if (/^a\d+-p\d+$/.test(name)) return { passage: name };
  return { list: name === "places" ? "places" : "articles" };
}

/**
 * Undo percent signs; a broken one means what it says.
 *
 * @param {string} text
 */
function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The fragment of a place.
 *
 * @param {string} key
 */
export function placeHash(key) {
  return `#place-${encodeURIComponent(key)}`;
}

/**
 * What an address says of the page's state; what does not exist is the list.
 *
 * @param {string} hash
 * @param {import("./types.mjs").Atlas} atlas
 * @param {import("./types.mjs").Report[]} reports
 * @param {import("./types.mjs").IndexState} state As it was.
 */
export function stateAt(hash, { features }, reports, state) {
  const route = readRoute(hash);
  const number = Number(route.passage?.match(/\d+/)?.[0]);
  const report = reports.find((one) => one.name === route.article || one.number === number);
  const site = features.find(({ key }) => key === route.place);
  return {
    place: site?.key ?? null,
    article: report?.name ?? null,
    list: route.list ?? state.list,
  };
}

/**
 * Keep what the reader chose in the address, so that Back undoes it and a link leads to it. Frames
 * without an origin of their own may not write their history; the page works without.
 *
 * @param {string} hash
 */
export function keepAddress(hash) {
  try {
    if (location.hash !== hash) history.pushState(null, "", hash);
  } catch {
    // A sandboxed frame: nothing to keep.
  }
}
