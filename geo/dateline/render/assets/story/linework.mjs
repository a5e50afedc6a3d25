import { pathOf } from "./tracing.mjs";
import { whenIdle } from "./words.mjs";

/**
 * @typedef {L.PathOptions & {turn?: number, filled: boolean}} Drawing How lines are drawn: `turn`
 * is how often around the globe from where they are, `filled` whether they are rings.
 */

/** Share of the map's size that is drawn beyond its edges, so that dragging shows no gap. */
export const BEYOND = 0.6;

/** The same until there is time for more: what nobody sees yet is not what a reader waits for. */
export const AT_FIRST = 0.1;

/** Pixels beyond the drawn part of the map where lines may end unseen. */
const MARGIN = 8;

/**
 * Where lines are drawn.
 *
 * @param {string} pane
 * @returns {L.SVG}
 */
export function surface(pane) {
  /** @type {any} */
  const made = L.svg({ pane, padding: AT_FIRST });
  whenIdle(() => {
    made.options.padding = BEYOND;
    if (made._map) made._update();
  });
  return made;
}

/**
 * A layer of lines or of filled rings. It does what Leaflet's own does, for lines that never
 * change: these are projected once, and only cut to size when the map has moved.
 *
 * @param {import("./tracing.mjs").Shape[]} shapes
 * @param {Drawing} drawing
 * @returns {L.Path}
 */
export function linework(shapes, { turn = 0, filled, ...options }) {
  const Linework = L.Path.extend({
    options: { ...options, fill: filled },
    _project() {},
    /** @this {any} */
    _update() {
      const path = pathOf(shapes, frameOf(this._map, this._renderer, turn), filled);
      this._renderer._setPath(this, path);
    },
  });
  return new Linework();
}

/**
 * The part of the map that a renderer draws.
 *
 * @param {L.Map} map
 * @param {any} renderer
 * @param {number} turn
 * @returns {import("./tracing.mjs").Frame}
 */
function frameOf(map, renderer, turn) {
  const scale = L.CRS.EPSG3857.scale(map.getZoom());
  const { x, y } = map.getPixelOrigin();
  const { min, max } = renderer._bounds;
  return {
    scale,
    origin: [x - turn * scale, y],
    box: [min.x - MARGIN, min.y - MARGIN, max.x + MARGIN, max.y + MARGIN],
  };
}
