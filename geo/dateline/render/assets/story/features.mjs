import { placeAll, spreadPins } from "./arranging.mjs";
import { clusterLayer } from "./clusters.mjs";
import { featureView } from "./markers.mjs";
import { drawOutlines } from "./outlines.mjs";
import { definePatterns } from "./patterns.mjs";
import { placesOf } from "./state.mjs";
import { silentPane } from "./words.mjs";

/**
 * Draw what the story mentions: areas under lines under pins.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Actions} actions
 * @param {import("./types.mjs").BaseNames} base
 */
export function drawFeatures(map, story, store, actions, base) {
  silentPane(map, "areas", "410");
  silentPane(map, "lines", "420");
  definePatterns(map.getContainer());
  const views = story.features.map((feature) => featureView(story, feature, store, actions));
  drawOutlines(map, story, views, actions, store);
  const clusters = clusterLayer(map, story, views);
  let spreadAt = -1;
  const arrange = () => {
    if (clusters.arrange()) mark(story, views, store.get());
    if (spreadAt !== map.getZoom()) spreadPins(map, views);
    spreadAt = map.getZoom();
    placeAll(map, views, base);
  };
  map.on("zoomend moveend resize", arrange);
  store.watch((now, before) => {
    mark(story, views, now);
    if (now.passing !== before.passing) clusters.arrange();
    if (
      now.paragraph !== before.paragraph ||
      now.chosen !== before.chosen ||
      now.passing !== before.passing
    ) {
      placeAll(map, views, base);
    }
  });
  mark(story, views, store.get());
  arrange();
}

/**
 * Tell each feature by classes whether it is lit, chosen, pointed at, quiet or hidden.
 *
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").View[]} views
 * @param {import("./types.mjs").State} state
 */
function mark(story, views, state) {
  const lit = placesOf(story.features, state.paragraph);
  const active = lit.size > 0 || state.chosen !== null;
  for (const view of views) {
    const { key, kind } = view.feature;
    view.quiet = active && !lit.has(key) && state.chosen !== key;
    view.hidden = kind === "associative" && !state.passing && state.chosen !== key;
    const is = {
      lit: lit.has(key),
      chosen: state.chosen === key,
      pointed: state.pointed === key,
      quiet: view.quiet,
      gone: view.hidden,
    };
    const nodes = [view.marker, ...view.outlines].map((layer) => layer.getElement());
    for (const node of nodes) {
      if (node) for (const [name, on] of Object.entries(is)) node.classList.toggle(name, on);
    }
    raise(view, rank(view.feature, state, lit));
  }
}

/**
 * Give a place its rank, which says what it may cover.
 *
 * @param {import("./types.mjs").View} view
 * @param {number} to
 */
function raise(view, to) {
  if (view.rank === to) return;
  view.rank = to;
  view.marker.setZIndexOffset(to * 1000);
}

/**
 * Importance: what the reader chose, then what the text speaks of, then literal places.
 *
 * @param {import("./types.mjs").Feature} feature
 * @param {import("./types.mjs").State} state
 * @param {ReadonlySet<string>} lit
 */
function rank(feature, state, lit) {
  if (state.chosen === feature.key) return 3;
  if (lit.has(feature.key)) return 2;
  return feature.kind === "literal" ? 1 : 0;
}
