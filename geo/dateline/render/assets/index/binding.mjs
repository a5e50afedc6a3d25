import { whenIdle } from "../story/words.mjs";

/**
 * Bind the lists to the map: links within the page, what the pointer is at, the search, Escape.
 *
 * @param {import("./types.mjs").IndexStore} store
 * @param {(hash: string) => void} go
 * @param {(key: string|null) => void} point
 */
export function bindLinks(store, go, point) {
  const lists = /** @type {HTMLElement} */ (document.getElementById("lists"));
  const find = /** @type {HTMLInputElement} */ (document.getElementById("find"));
  lists.addEventListener("click", (event) => {
    const hash = linkAt(event)?.getAttribute("href") ?? "";
    if (!hash.startsWith("#") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(hash);
  });
  for (const name of ["mouseover", "focusin"]) {
    lists.addEventListener(name, (event) => point(placeAt(event)));
  }
  for (const name of ["mouseleave", "focusout"]) lists.addEventListener(name, () => point(null));
  const home = () => go(`#${store.get().list}`);
  find.addEventListener("input", () => {
    const { place, article } = store.get();
    if (place !== null || article !== null) home();
    store.set({ query: find.value });
    find.focus({ preventScroll: true });
  });
  addEventListener("keydown", (event) => {
    const { place, article } = store.get();
    if (event.key === "Escape" && (place !== null || article !== null)) home();
  });
  whenIdle(() => {
    if (find.value) store.set({ query: find.value });
  });
}

/** @param {Event} event */
function linkAt({ target }) {
  return target instanceof Element ? target.closest("a") : null;
}

/**
 * Key of the place that a link under the pointer leads to.
 *
 * @param {Event} event
 */
function placeAt(event) {
  const hash = linkAt(event)?.getAttribute("href") ?? "";
  return hash.startsWith("#place-") ? decodeURIComponent(hash.slice("#place-".length)) : null;
}
