/**
 * Show the whole story on paper: the map takes the size that the print style sheet gives it.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Camera} camera
 */
export function preparePrinting(map, camera) {
  /** @type {{center: L.LatLng, zoom: number}|null} */
  let before = null;
  addEventListener("beforeprint", () => {
    before = { center: map.getCenter(), zoom: map.getZoom() };
    map.stop();
    document.documentElement.classList.add("printing");
    map.invalidateSize({ animate: false, pan: false });
    camera.showStory(false);
  });
  addEventListener("afterprint", () => {
    document.documentElement.classList.remove("printing");
    map.invalidateSize({ animate: false, pan: false });
    if (before) map.setView(before.center, before.zoom, { animate: false });
  });
}
