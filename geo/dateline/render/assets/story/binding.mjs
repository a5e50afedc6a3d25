import { readHash, watchAddress } from "./address.mjs";
import { writeDate } from "./dates.mjs";
import { bindMentions } from "./mentions.mjs";
import { bindList } from "./places.mjs";
import { watchReading } from "./reading.mjs";
import { coveredTop, inSight } from "./scrolling.mjs";
import { placesOf } from "./state.mjs";
import { whenIdle } from "./words.mjs";

/** @typedef {import("./types.mjs").Story} Story */
/** @typedef {import("./types.mjs").State} State */

/** Milliseconds after which a reader is taken to stay with a block. */
const STAY = 160;

/**
 * Bind the text, the list and the address to the map.
 *
 * @param {HTMLElement} text
 * @param {Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Camera} camera
 * @param {import("./types.mjs").Actions} actions
 * @param {import("./types.mjs").PageParts} page
 */
export function bindPage(text, story, store, camera, actions, page) {
  bindMentions(text, story, store, actions);
  const { list, date } = page;
  if (list) bindList(list, story, actions.visit);
  if (date) whenIdle(() => writeDate(date));
  const look = watchReading(
    page.blocks,
    () => coveredTop(page.stage),
    (paragraph) => read(story, store, actions, page, paragraph),
  );
  followReading(story, store, camera);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") actions.leave();
  });
  watchAddress(actions.arrive);
  const arrive = () => {
    const target = readHash(location.hash);
    if (target.place || target.mention) actions.arrive(target, history.state);
    else look();
  };
  if (document.readyState === "complete") arrive();
  else addEventListener("load", () => requestAnimationFrame(arrive));
}

/**
 * The reader has come to another block; a place whose mention is out of sight is let go.
 *
 * @param {Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Actions} actions
 * @param {import("./types.mjs").PageParts} page
 * @param {string|null} paragraph
 */
function read(story, store, actions, page, paragraph) {
  if (actions.travelling()) return;
  const { chosen, mention } = store.get();
  const feature = story.features.find(({ key }) => key === chosen);
  const node = feature && document.getElementById(feature.mentions[mention]?.id);
  const stays = !feature || (node && inSight(node, page.stage));
  store.set(stays ? { paragraph } : { paragraph, chosen: null, mention: 0 });
}

/**
 * Let the map follow the text once the reader stays with a block; it does not run after one who
 * leafs through.
 *
 * @param {Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Camera} camera
 */
function followReading(story, store, camera) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let staying;
  store.watch((now, before) => {
    if (now.paragraph === before.paragraph) return;
    clearTimeout(staying);
    staying = setTimeout(() => follow(story, camera, store.get()), STAY);
  });
}

/**
 * Show the places of the block that is being read: only literal ones move the map.
 *
 * @param {Story} story
 * @param {import("./types.mjs").Camera} camera
 * @param {State} state
 */
function follow(story, camera, state) {
  if (!state.follow || state.chosen !== null) return;
  if (state.paragraph === null) {
    camera.showStory(true);
    return;
  }
  const lit = placesOf(story.features, state.paragraph);
  camera.followPlaces(story.features.filter(({ key, kind }) => lit.has(key) && kind === "literal"));
}
