import { createActions } from "./actions.mjs";
import { announceChoices } from "./announce.mjs";
import { baseNames, drawBaseMap } from "./basemap.mjs";
import { bindPage } from "./binding.mjs";
import { createCamera } from "./camera.mjs";
import { createCard } from "./card.mjs";
import { addControls } from "./controls.mjs";
import { readStory } from "./data.mjs";
import { drawFeatures } from "./features.mjs";
import { fitFrame } from "./frame.mjs";
import { createLegend, placeLegend } from "./legend.mjs";
import { isPrinting, preparePrinting } from "./printing.mjs";
import { isBeside } from "./scrolling.mjs";
import { createStore, initialState } from "./state.mjs";
import { tilesButton } from "./tiles.mjs";
import { tameWheel } from "./wheel.mjs";

/**
 * Draw a story on a map and bind it to the text around it, if there is one.
 *
 * @param {L.Map} map
 * @param {HTMLElement} data The element that holds the story as JSON.
 */
export function mountStory(map, data) {
  const story = readStory(data.textContent ?? "");
  const page = pageParts();
  const { text, stage } = page;
  const scrolls = text !== null && stage !== null && fitFrame(text, stage);
  const store = createStore(initialState());
  const camera = createCamera(map, story);
  const actions = createActions(story, store, camera, page);
  nameMap(map, story);
  camera.showStory(false);
  drawBaseMap(map, story);
  const legend = createLegend(story);
  addControls(map, story, store, actions, {
    card: createCard(story, store, actions, page.blocks.length),
    legend,
    tiles: tilesButton(map, story),
    reads: scrolls && page.blocks.length > 0,
  });
  drawFeatures(map, story, store, actions, baseNames(map, story, camera.storyZoom()));
  announceChoices(story, store, page.announcement);
  tameWheel(map);
  preparePrinting(map, camera, store);
  followWindow(map, camera, store);
  placeLegend(legend, document.getElementById("text"), () => !stage || isBeside(stage));
  if (text) bindPage(text, story, store, camera, actions, page);
}

/**
 * Find the parts of the page around the map.
 *
 * @returns {import("./types.mjs").PageParts}
 */
function pageParts() {
  return {
    text: document.querySelector("main"),
    blocks: [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-block]"))],
    list: document.querySelector(".places ol"),
    stage: document.querySelector(".stage"),
    announcement: document.getElementById("announcement"),
    date: document.querySelector(".byline time"),
  };
}

/**
 * Say what the map is to those who cannot see it.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 */
function nameMap(map, { words }) {
  const container = map.getContainer();
  container.classList.add("story-map");
  container.lang = words.language;
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", `${words.map}. ${words.map_keys}`);
}

/**
 * Keep the map right when its place on the page changes.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Camera} camera
 * @param {import("./types.mjs").Store} store
 */
function followWindow(map, camera, store) {
  let size = map.getSize();
  new ResizeObserver(() => {
    if (isPrinting()) return;
    const { offsetWidth, offsetHeight } = map.getContainer();
    if (size.x === offsetWidth && size.y === offsetHeight) return;
    size = L.point(offsetWidth, offsetHeight);
    const whole = store.get().paragraph === null && store.get().chosen === null;
    map.invalidateSize({ animate: false, pan: !whole });
    if (whole) camera.showStory(false);
  }).observe(map.getContainer());
}
