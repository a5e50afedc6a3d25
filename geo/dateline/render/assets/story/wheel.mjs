/**
 * Let the wheel scroll the text, and zoom the map with Ctrl or ⌘ or when the map has the focus.
 *
 * @param {L.Map} map
 */
export function tameWheel(map) {
  const container = map.getContainer();
  container.addEventListener(
    "wheel",
    (event) => {
      const meant = event.ctrlKey || event.metaKey || container.contains(document.activeElement);
      if (meant) map.scrollWheelZoom.enable();
      else map.scrollWheelZoom.disable();
    },
    { capture: true, passive: false },
  );
}
