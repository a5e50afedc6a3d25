import { decodeLines } from "./codec.mjs";
import { withoutCuts } from "./geometry.mjs";
import { classes } from "./markers.mjs";

/**
 * Draw the outlines, the largest area first so that the smaller ones stay in reach.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").View[]} views
 * @param {import("./types.mjs").Actions} actions
 * @param {import("./types.mjs").Store} store
 */
export function drawOutlines(map, story, views, { choose }, store) {
  const renderers = {
    area: L.svg({ pane: "areas", padding: 0.6 }),
    line: L.svg({ pane: "lines", padding: 0.6 }),
  };
  const drawn = views.filter((view) => view.feature.outline);
  for (const view of [...drawn].sort((a, b) => extent(b.feature) - extent(a.feature))) {
    const { key, outline: code, shape } = view.feature;
    view.outlines = outlinesOf(
      view.feature,
      decodeLines(code, story.grid),
      story.grid,
      renderers[shape === "area" ? "area" : "line"],
    );
    for (const outline of view.outlines) {
      outline.addTo(map);
      if (outline.options.interactive === false) continue;
      outline.on("click", () => choose(key));
      outline.on("mouseover", () => store.set({ pointed: key }));
      outline.on("mouseout", () => store.set({ pointed: null }));
    }
  }
}

/**
 * What is drawn of a feature: an area's wash and edge, a line and its reach.
 *
 * @param {import("./types.mjs").Feature} feature
 * @param {import("./types.mjs").LatLng[][]} lines
 * @param {number} grid
 * @param {L.Renderer} renderer
 */
function outlinesOf(feature, lines, grid, renderer) {
  const options = { pane: `${feature.shape}s`, renderer, keyboard: false };
  /** @param {string} part */
  const name = (part) => ({ ...options, className: `${classes(feature)} ${part}` });
  if (feature.shape !== "area")
    return [L.polyline(lines, name("edge")), L.polyline(lines, name("reach"))];
  const edge = { ...name("edge"), interactive: false };
  return [L.polygon(lines, name("fill")), L.polyline(withoutCuts(lines, grid), edge)];
}

/**
 * Size of a feature's box in square degrees, for sorting.
 *
 * @param {import("./types.mjs").Feature} feature
 */
function extent({ box }) {
  return (box[2] - box[0]) * (box[3] - box[1]);
}
