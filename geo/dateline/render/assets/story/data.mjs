/** What a feature is unless it says otherwise; `render/packing.py` has the same. */
const USUAL = {
  shape: "pin",
  kind: "literal",
  confidence: "sure",
  uncertain: false,
  vague: false,
  broad: false,
  bordered: false,
  alternatives: [],
  outline: "",
};

/**
 * Read the story that `render/packing.py` has written.
 *
 * @param {string} text JSON.
 * @returns {import("./types.mjs").Story}
 */
export function readStory(text) {
  const packed = JSON.parse(text);
  const features = packed.features.map(wholeFeature);
  return { ...packed, features, base: { ...packed.base, names: wholeNames(packed.base.names) } };
}

/**
 * @param {any} packed
 * @returns {import("./types.mjs").Feature}
 */
function wholeFeature(packed) {
  const whole = { ...USUAL, ...packed };
  const [lon, lat] = whole.at;
  whole.box ??= [lon, lat, lon, lat];
  whole.mentions = packed.mentions.map((/** @type {[number, number]} */ [number, block]) => ({
    id: `m-${number}`,
    paragraph: `p${block}`,
  }));
  return whole;
}

/**
 * @param {Record<string, [string, ...number[][]][]>} sorts
 * @returns {import("./types.mjs").BaseName[]}
 */
function wholeNames(sorts) {
  return Object.entries(sorts).flatMap(([sort, names]) =>
    names.map(([name, ...spots]) => ({
      name,
      sort: /** @type {import("./types.mjs").BaseName["sort"]} */ (sort),
      spots: spots.map(([lon, lat, room = 0]) => [lon, lat, room]),
    })),
  );
}
