import { corners } from "../story/geometry.mjs";

/** Deepest zoom that an article's view is fitted to. */
const DEEPEST = 10;

/** Pixels that are kept free around it. */
const FREE = 36;

/** Seconds that the way takes. */
const SECONDS = 0.8;

/**
 * Prepare the way to where an article takes place.
 *
 * @param {L.Map} map
 * @returns {(view: import("../story/types.mjs").Box) => void}
 */
export function createFlight(map) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  return (view) => {
    const options = { padding: L.point(FREE, FREE), maxZoom: DEEPEST };
    if (still.matches || document.hidden) {
      map.fitBounds(corners(view), { ...options, animate: false });
    } else map.flyToBounds(corners(view), { ...options, duration: SECONDS });
  };
}
