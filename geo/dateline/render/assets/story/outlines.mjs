import { decodeLines } from "./codec.mjs";
import { withoutCuts } from "./geometry.mjs";
import { classes } from "./markers.mjs";

/** Draw the outlines, the largest area first so that the smaller ones stay in reach. */
export function drawOutlines(map, story, views, { choose }, store) {
  const renderers = {
    area: L.svg({ pane: "areas", padding: 0.6 }),
    line: L.svg({ pane: "lines", padding: 0.6 }),
  };
  const drawn = views.filter((view) => view.feature.outline);
  for (const view of [...drawn].sort((a, b) => extent(b.feature) - extent(a.feature))) {
    const lines = decodeLines(view.feature.outline, story.grid);
    const shape = view.feature.shape;
    const options = { pane: `${shape}s`, renderer: renderers[shape], keyboard: false };
    const name = (part) => ({ ...options, className: `${classes(view.feature)} ${part}` });
    if (shape === "area") {
      view.outlines.push(
        L.polygon(lines, name("fill")),
        L.polyline(withoutCuts(lines, story.grid), { ...name("edge"), interactive: false }),
      );
    } else {
      view.outlines.push(L.polyline(lines, name("edge")), L.polyline(lines, name("reach")));
    }
    for (const outline of view.outlines) {
      outline.addTo(map);
      if (outline.options.interactive === false) continue;
      outline.on("click", () => choose(view.feature.key));
      outline.on("mouseover", () => store.set({ pointed: view.feature.key }));
      outline.on("mouseout", () => store.set({ pointed: null }));
    }
  }
}

/** Size of a feature's box in square degrees, for sorting. */
function extent({ box }) {
  return (box[2] - box[0]) * (box[3] - box[1]);
}
