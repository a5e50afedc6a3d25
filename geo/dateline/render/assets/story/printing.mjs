/**
 * Show the whole story on paper: the map takes the size that the print style sheet gives it, every
 * place is there, none is lit, and the list is open. Afterwards all is as it was.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Camera} camera
 * @param {import("./types.mjs").Store} store
 */
export function preparePrinting(map, camera, store) {
  const { classList } = document.documentElement;
  const list = document.querySelector(".places details");
  /** @type {(() => void)|null} */
  let restore = null;
  addEventListener("beforeprint", () => {
    restore ??= undoing(map, store, list);
    store.set({ paragraph: null, chosen: null, mention: 0, pointed: null, passing: true });
    if (list instanceof HTMLDetailsElement) list.open = true;
    map.stop();
    classList.add("printing");
    map.invalidateSize({ animate: false, pan: false });
    camera.showAll();
  });
  addEventListener("afterprint", () => {
    classList.remove("printing");
    map.invalidateSize({ animate: false, pan: false });
    restore?.();
    restore = null;
  });
}

/** Whether the page stands as it is printed; its map keeps the size and the view of paper. */
export function isPrinting() {
  return document.documentElement.classList.contains("printing");
}

/**
 * How the page is now, as a way back to it.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Store} store
 * @param {Element|null} list
 */
function undoing(map, store, list) {
  const { paragraph, chosen, mention, passing } = store.get();
  const open = list?.hasAttribute("open") ?? false;
  const [center, zoom] = [map.getCenter(), map.getZoom()];
  return () => {
    store.set({ paragraph, chosen, mention, passing });
    list?.toggleAttribute("open", open);
    map.stop();
    map.setView(center, zoom, { animate: false });
  };
}
