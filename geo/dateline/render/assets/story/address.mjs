const PLACE = "place-";

/**
 * What an address points at.
 *
 * @param {string} hash With or without its number sign.
 * @returns {{place?: string, paragraph?: string, mention?: string}}
 */
export function readHash(hash) {
  const name = decoded(hash.replace(/^#/, ""));
  if (name.startsWith(PLACE)) return { place: name.slice(PLACE.length) };
  if (/^p\d+$/.test(name)) return { paragraph: name };
  if (/^m-\d+$/.test(name)) return { mention: name };
  return {};
}

/**
 * Undo percent signs; a broken one means what it says.
 *
 * @param {string} text
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Keep a choice in the address, so that Back undoes it and a link leads to it. Frames without an
 * origin of their own may not write their history; the page works without.
 *
 * @param {string|null} place
 * @param {number} mention
 */
export function writePlace(place, mention) {
  const hash = place === null ? "" : `#${PLACE}${encodeURIComponent(place)}`;
  try {
    if (location.hash === hash) history.replaceState({ mention }, "", hash || cleared());
    else history.pushState({ mention }, "", hash || cleared());
  } catch {
    // A sandboxed frame: nothing to keep.
  }
}

/** The page's address without a fragment. */
function cleared() {
  return location.pathname + location.search;
}

/**
 * Listen for Back, Forward and hand-written addresses; for these the browser scrolls in the same
 * frame, to the list, so that the page has to go where it leads after that.
 *
 * @param {(target: ReturnType<typeof readHash>, state: {mention?: number}|null) => void} go
 */
export function watchAddress(go) {
  addEventListener("popstate", ({ state }) => {
    requestAnimationFrame(() => go(readHash(location.hash), state));
  });
}
