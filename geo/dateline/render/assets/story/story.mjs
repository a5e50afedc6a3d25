import { createActions } from "./actions.mjs";
import { readHash, watchAddress } from "./address.mjs";
import { announceChoices } from "./announce.mjs";
import { baseNames, drawBaseMap } from "./basemap.mjs";
import { createCamera } from "./camera.mjs";
import { createCard } from "./card.mjs";
import { addControls } from "./controls.mjs";
import { readStory } from "./data.mjs";
import { drawFeatures } from "./features.mjs";
import { fitFrame } from "./frame.mjs";
import { createLegend, placeLegend } from "./legend.mjs";
import { bindMentions } from "./mentions.mjs";
import { bindList } from "./places.mjs";
import { preparePrinting } from "./printing.mjs";
import { watchReading } from "./reading.mjs";
import { coveredTop, inSight, isBeside } from "./scrolling.mjs";
import { createStore, initialState, placesOf } from "./state.mjs";
import { tilesButton } from "./tiles.mjs";
import { tameWheel } from "./wheel.mjs";
import { whenIdle } from "./words.mjs";

/**
 * Draw a story on a map and bind it to the text around it, if there is one.
 *
 * @param {L.Map} map
 * @param {HTMLElement} data The element that holds the story as JSON.
 */
export function mountStory(map, data) {
  const story = readStory(data.textContent);
  const page = pageParts();
  if (page.text) fitFrame(page.text, page.stage);
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
    reads: page.blocks.length > 0,
  });
  drawFeatures(map, story, store, actions, baseNames(map, story, camera.storyZoom()));
  announceChoices(story, store, page.announcement);
  tameWheel(map);
  preparePrinting(map, camera);
  followWindow(map, camera, store);
  placeLegend(legend, document.getElementById("text"), () => isBeside(page.stage));
  if (page.text) bindPage(story, store, camera, actions, page);
}

/** The parts of the page around the map; a notebook has none. */
function pageParts() {
  return {
    text: document.querySelector("main"),
    blocks: [...document.querySelectorAll("[data-block]")],
    list: document.querySelector(".places ol"),
    stage: document.querySelector(".stage"),
    announcement: document.getElementById("announcement"),
    date: document.querySelector(".byline time"),
  };
}

/** Say what the map is to those who cannot see it. */
function nameMap(map, { words }) {
  const container = map.getContainer();
  container.classList.add("story-map");
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", `${words.map}. ${words.map_keys}`);
}

/** Keep the map right when its place on the page changes. */
function followWindow(map, camera, store) {
  let size = map.getSize();
  new ResizeObserver(() => {
    const { offsetWidth, offsetHeight } = map.getContainer();
    if (size.x === offsetWidth && size.y === offsetHeight) return;
    size = L.point(offsetWidth, offsetHeight);
    const whole = store.get().paragraph === null && store.get().chosen === null;
    map.invalidateSize({ animate: false, pan: !whole });
    if (whole) camera.showStory(false);
  }).observe(map.getContainer());
}

/** Bind the text, the list and the address to the map. */
function bindPage(story, store, camera, actions, page) {
  bindMentions(page.text, story, store, actions);
  if (page.list) bindList(page.list, story, actions.visit);
  if (page.date) whenIdle(() => writeDate(page.date));
  const look = watchReading(
    page.blocks,
    () => coveredTop(page.stage),
    (paragraph) => read(story, store, actions, page, paragraph),
  );
  store.watch((now, before) => follow(story, camera, now, before));
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

/** The reader has come to another block; a place whose mention is out of sight is let go. */
function read(story, store, actions, page, paragraph) {
  if (actions.travelling()) return;
  const { chosen, mention } = store.get();
  const feature = story.features.find(({ key }) => key === chosen);
  const node = feature && document.getElementById(feature.mentions[mention]?.id);
  const stays = !feature || (node && inSight(node, page.stage));
  store.set(stays ? { paragraph } : { paragraph, chosen: null, mention: 0 });
}

/** Let the map follow the text: only literal places move it. */
function follow(story, camera, now, before) {
  if (!now.follow || now.chosen !== null || now.paragraph === before.paragraph) return;
  if (now.paragraph === null) {
    camera.showStory(true);
    return;
  }
  const lit = placesOf(story.features, now.paragraph);
  camera.followPlaces(story.features.filter(({ key, kind }) => lit.has(key) && kind === "literal"));
}

/** Write the date as the article's language does. */
function writeDate(node) {
  const parts = node.dateTime.split("-").length;
  const options = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
  if (parts < 3) delete options.day;
  if (parts < 2) delete options.month;
  try {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, options);
    node.textContent = format.format(new Date(node.dateTime));
  } catch {
    // A date that is none stays as it was written.
  }
}
