import { writePlace } from "./address.mjs";
import { scrollToMiddle } from "./scrolling.mjs";
import { nextMention } from "./state.mjs";

/**
 * All that a reader can do.
 *
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Camera} camera
 * @param {import("./types.mjs").PageParts} page
 */
export function createActions(story, store, camera, page) {
  /** @type {Element|null} */
  let origin = null;
  let travelling = false;
  const known = new Map(story.features.map((one) => [one.key, one]));
  /** @param {string} key */
  const feature = (key) => /** @type {import("./types.mjs").Feature} */ (known.get(key));
  /** @param {HTMLElement|null} node @param {boolean} focus */
  const travel = (node, focus) => {
    if (!node) return;
    travelling = true;
    scrollToMiddle(node, page.stage, () => {
      travelling = false;
    });
    if (focus) node.focus({ preventScroll: true });
  };
  /** @param {string} key @param {number} mention @param {boolean} [focus] */
  const visit = (key, mention, focus = false) => {
    const place = feature(key);
    const target = place.mentions[mention];
    store.set({ chosen: key, mention, paragraph: target?.paragraph ?? store.get().paragraph });
    if (target) travel(document.getElementById(target.id), focus);
  };
  return {
    travelling: () => travelling,
    /**
     * From the map: on to the place's next mention.
     *
     * @param {string} key
     */
    choose(key) {
      origin = document.activeElement;
      const mention = nextMention(feature(key), store.get());
      visit(key, mention, page.blocks.length > 0);
      writePlace(key, mention);
    },
    /**
     * From the text: the place moves into view, the reader stays.
     *
     * @param {string} key
     * @param {number} mention
     */
    look(key, mention) {
      origin = document.activeElement;
      const place = feature(key);
      store.set({ chosen: key, mention, paragraph: place.mentions[mention].paragraph });
      camera.showPlaces([place]);
      writePlace(key, mention);
    },
    /**
     * The pointer rests on a mention: its place moves into view, nothing is chosen.
     *
     * @param {string} key
     */
    peek(key) {
      const place = feature(key);
      if (place.kind === "literal") camera.followPlaces([place]);
    },
    /**
     * From the card or the list: to one mention.
     *
     * @param {string} key
     * @param {number} mention
     */
    visit(key, mention) {
      origin = document.activeElement;
      visit(key, mention);
      camera.showPlaces([feature(key)]);
      writePlace(key, mention);
    },
    /** Back to reading, and to where the choice was made. */
    leave() {
      if (store.get().chosen === null) return;
      store.set({ chosen: null, mention: 0 });
      writePlace(null, 0);
      if (origin instanceof HTMLElement && origin.isConnected)
        origin.focus({ preventScroll: true });
      origin = null;
    },
    overview() {
      store.set({ chosen: null, mention: 0, paragraph: null });
      camera.showStory(true);
    },
    /**
     * As an address says, without writing a new one.
     *
     * @param {ReturnType<typeof import("./address.mjs").readHash>} target
     * @param {{mention?: number}|null} state
     */
    arrive({ place, paragraph, mention }, state) {
      const named = mention
        ? story.features.find((one) => one.mentions.some(({ id }) => id === mention))
        : known.get(place ?? "");
      if (named) {
        const found = named.mentions.findIndex(({ id }) => id === mention);
        visit(named.key, found < 0 ? (state?.mention ?? 0) % named.mentions.length : found);
        camera.showPlaces([named]);
      } else {
        store.set({ chosen: null, mention: 0 });
        if (paragraph) travel(document.getElementById(paragraph), false);
      }
    },
  };
}
