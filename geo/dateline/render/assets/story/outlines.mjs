import { decodeLines } from "./codec.mjs";
import { withoutCuts } from "./geometry.mjs";
import { linework, surface } from "./linework.mjs";
import { classes } from "./markers.mjs";
import { flattened } from "./tracing.mjs";

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
    area: surface("areas"),
    line: surface("lines"),
  };
  const drawn = views.filter((view) => view.feature.outline);
  for (const view of [...drawn].sort((a, b) => extent(b.feature) - extent(a.feature))) {
    const { key, outline: code, shape } = view.feature;
    view.outlines = outlinesOf(
      view.feature,
      decodeLines(code),
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
 * @param {import("./types.mjs").Line[]} lines
 * @param {number} grid
 * @param {L.Renderer} renderer
 */
function outlinesOf(feature, lines, grid, renderer) {
  const filled = feature.shape === "area";
  /** @param {string} part @param {boolean} interactive */
  const drawing = (part, interactive) => ({
    pane: `${feature.shape}s`,
    renderer,
    interactive,
    className: `${classes(feature)} ${part}`,
    filled: part === "fill",
  });
  const whole = flattened(lines, grid);
  if (!filled) return ["edge", "reach"].map((part) => linework(whole, drawing(part, true)));
  const edge = flattened(withoutCuts(lines, grid), grid);
  return [linework(whole, drawing("fill", true)), linework(edge, drawing("edge", false))];
}

/**
 * Size of a feature's box in square degrees, for sorting.
 *
 * @param {import("./types.mjs").Feature} feature
 */
function extent({ box }) {
  return (box[2] - box[0]) * (box[3] - box[1]);
}
