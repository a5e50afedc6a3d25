import { groundLength } from "./counting.mjs";

/**
 * A bar that tells lengths on the map, with units in the page's language.
 *
 * @param {Record<string, string>} words
 * @param {L.ControlPosition} position
 */
export function scaleBar(words, position) {
  const Scale = L.Control.Scale.extend({
    /**
     * @this {any}
     * @param {number} most Metres that the longest bar stands for.
     */
    _updateMetric(most) {
      const metres = this._getRoundNum(most);
      this._updateScale(this._mScale, groundLength(words, metres), metres / most);
    },
  });
  /** @type {L.Control.ScaleOptions} */
  const options = { position, imperial: document.documentElement.lang === "en-US" };
  return new Scale(options);
}
