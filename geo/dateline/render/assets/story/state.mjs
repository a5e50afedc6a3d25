/**
 * The page's state and those who watch it; every change goes through `set`.
 *
 * @template {object} S
 * @param {S} initial
 */
export function createStore(initial) {
  /** @type {Readonly<S>} */
  let state = Object.freeze({ ...initial });
  /** @type {((now: Readonly<S>, before: Readonly<S>) => void)[]} */
  const watchers = [];
  return {
    get: () => state,
    /** @param {typeof watchers[number]} watcher */
    watch(watcher) {
      watchers.push(watcher);
    },
    /** @param {Partial<S>} change */
    set(change) {
      const before = state;
      const now = Object.freeze({ ...before, ...change });
      const names = /** @type {(keyof S)[]} */ (Object.keys(now));
      if (names.every((name) => before[name] === now[name])) return;
      state = now;
      for (const watcher of watchers) watcher(now, before);
    },
  };
}

/** @returns {import("./types.mjs").State} */
export function initialState() {
  return {
    paragraph: null,
    chosen: null,
    mention: 0,
    pointed: null,
    follow: true,
    passing: true,
  };
}

/**
 * Which mention of a place a click on its pin leads to: the next one when it is chosen already,
 * otherwise the first from where the reader is; after the last comes the first.
 *
 * @param {import("./types.mjs").Feature} feature
 * @param {import("./types.mjs").State} state
 */
export function nextMention(feature, state) {
  const count = feature.mentions.length;
  if (state.chosen === feature.key) return (state.mention + 1) % count;
  const here = order(state.paragraph);
  const ahead = feature.mentions.findIndex((mention) => order(mention.paragraph) >= here);
  return Math.max(ahead, 0);
}

/**
 * Place of a block in the text: 12 of `p12`, 0 of the whole story.
 *
 * @param {string|null} paragraph
 */
function order(paragraph) {
  return paragraph ? Number(paragraph.slice(1)) : 0;
}

/** @type {WeakMap<object, Map<string, Set<string>>>} */
const keysByBlock = new WeakMap();

/** @type {ReadonlySet<string>} */
const NONE = new Set();

/**
 * Keys of the places that a block mentions.
 *
 * @param {import("./types.mjs").Feature[]} features
 * @param {string|null} paragraph
 * @returns {ReadonlySet<string>}
 */
export function placesOf(features, paragraph) {
  const known = keysByBlock.get(features) ?? blocksOf(features);
  keysByBlock.set(features, known);
  return known.get(paragraph ?? "") ?? NONE;
}

/**
 * For each block that mentions a place, the keys of its places.
 *
 * @param {import("./types.mjs").Feature[]} features
 */
function blocksOf(features) {
  /** @type {Map<string, Set<string>>} */
  const blocks = new Map();
  for (const { key, mentions } of features) {
    for (const { paragraph } of mentions) {
      const keys = blocks.get(paragraph);
      if (keys) keys.add(key);
      else blocks.set(paragraph, new Set([key]));
    }
  }
  return blocks;
}
