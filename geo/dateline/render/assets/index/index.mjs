import { baseNames, drawBaseMap } from "../story/basemap.mjs";
import { createCamera } from "../story/camera.mjs";
import { writeDate } from "../story/dates.mjs";
import { createStore } from "../story/state.mjs";
import { tameWheel } from "../story/wheel.mjs";
import { filled, whenIdle } from "../story/words.mjs";
import { bindLinks } from "./binding.mjs";
import { addIndexControls } from "./controls.mjs";
import { readCollection } from "./data.mjs";
import { createFlight } from "./flight.mjs";
import { createLists, headlinesOf, reportsOnPage } from "./lists.mjs";
import { createOutline } from "./outline.mjs";
import { createReader } from "./reader.mjs";
import { keepAddress, placeHash, readRoute, stateAt } from "./route.mjs";
import { createSearch } from "./search.mjs";
import { drawSites } from "./sites.mjs";
import { orderLists } from "./sorting.mjs";

/** @typedef {import("./types.mjs").IndexState} IndexState */

/** @type {IndexState} */
const START = { list: "articles", place: null, article: null, query: "", pointed: null };

/**
 * Draw a collection on a map and bind it to the lists beside it.
 *
 * @param {L.Map} map
 * @param {HTMLElement} data The element that holds the collection as JSON.
 */
export function mountIndex(map, data) {
  const atlas = readCollection(data.textContent ?? "");
  const reports = reportsOnPage();
  const first = { ...START, ...stateAt(location.hash, atlas, reports, START) };
  const store = createStore(first);
  nameContainer(map.getContainer(), atlas.words);
  const camera = createCamera(map, atlas);
  camera.showStory(false);
  drawBaseMap(map, atlas);
  addIndexControls(map, atlas, () => camera.showStory(true), document.getElementById("lists"));
  /** @param {string|null} key */
  const point = (key) => store.set({ pointed: key });
  const base = baseNames(map, atlas, camera.storyZoom());
  const sites = drawSites(map, atlas, base, (key) => go(placeHash(key)), point);
  const outline = createOutline(map, atlas);
  const showView = createFlight(map);
  const search = createSearch(atlas.features, headlinesOf(reports));
  const lists = createLists(atlas, reports);
  const reader = createReader(atlas, reports, sites.node);
  tameWheel(map);
  orderLists(atlas, reports);

  /** @param {IndexState} now @param {IndexState} before @param {boolean} acted */
  const show = (now, before, acted) => {
    const found = search(now.query);
    const counts = lists.show(now, found);
    if (now.query !== before.query && found) reader.say(filled(atlas.words.found, counts));
    const shown = sitesOf(atlas, reports, now, found);
    sites.show(shown, now.place);
    outline(atlas.features.find(({ key }) => key === now.place));
    if (now.place === before.place && now.article === before.article) return;
    reader.read(now, before, acted);
    if (now.place) camera.showPlaces(shown.filter(({ key }) => key === now.place));
    else if (now.article)
      showView(atlas.views[reports.findIndex(({ name }) => name === now.article)]);
  };
  store.watch((now, before) => {
    if (now.pointed === before.pointed) show(now, before, true);
    else sites.point(now.pointed);
  });
  /** @param {string} hash */
  const go = (hash) => {
    keepAddress(hash);
    arrive(hash);
  };
  /** @param {string} hash */
  const arrive = (hash) => store.set(stateAt(hash, atlas, reports, store.get()));
  addEventListener("popstate", () => arrive(location.hash));
  bindLinks(store, go, point);
  show(first, START, false);
  document.getElementById(readRoute(location.hash).passage ?? "")?.scrollIntoView();
  whenIdle(() => {
    for (const time of document.querySelectorAll("time")) writeDate(time);
  });
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
}

/**
 * Say what the map is to those who cannot see it.
 *
 * @param {HTMLElement} container
 * @param {Record<string, string>} words
 */
function nameContainer(container, words) {
  container.classList.add("story-map");
  container.setAttribute("role", "group");
  container.setAttribute("aria-label", `${words.map}. ${words.map_keys}`);
}

/**
 * Places that belong on the map: those of the article that is open, or those that were looked
 * for, and in any case the one that the reader chose.
 *
 * @param {import("./types.mjs").Atlas} atlas
 * @param {import("./types.mjs").Report[]} reports
 * @param {IndexState} state
 * @param {import("./search.mjs").Found|null} found
 */
function sitesOf({ features }, reports, state, found) {
  const report = reports.find(({ name }) => name === state.article);
  if (!report && !found) return features;
  return features.filter(({ key, where }) =>
    report
      ? where.some(({ article }) => article === report.number)
      : key === state.place || found?.places.has(key),
  );
}
