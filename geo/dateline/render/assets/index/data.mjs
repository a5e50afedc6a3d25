import { readStory } from "../story/data.mjs";

/**
 * Read the collection that `render/index_payload.py` has written.
 *
 * @param {string} text JSON.
 * @returns {import("./types.mjs").Atlas}
 */
export function readCollection(text) {
  const story = readStory(text);
  const features = story.features.map((feature) => {
    const { count, where } = /** @type {any} */ (feature);
    return { ...feature, count, where: where.map(readWhere) };
  });
  return { .../** @type {any} */ (story), features };
}

/**
 * @param {[number, ...number[]]} packed
 * @returns {import("./types.mjs").Where}
 */
function readWhere([article, ...passages]) {
  return { article, passages };
}
