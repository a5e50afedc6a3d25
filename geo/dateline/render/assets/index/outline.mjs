import { decodeLines } from "../story/codec.mjs";
import { linework, surface } from "../story/linework.mjs";
import { classes } from "../story/markers.mjs";
import { flattened } from "../story/tracing.mjs";

/**
 * Prepare the outline of one area or line at a time: that of the place which the reader chose.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Atlas} atlas
 * @returns {(site: import("./types.mjs").Site|undefined) => void}
 */
export function createOutline(map, { grid }) {
  map.createPane("areas").style.zIndex = "410";
  const renderer = surface("areas");
  const drawn = L.layerGroup().addTo(map);
  return (site) => {
    drawn.clearLayers();
    if (!site?.outline) return;
    const shapes = flattened(decodeLines(site.outline), grid);
    /** @param {string} part */
    const drawing = (part) => ({
      pane: "areas",
      renderer,
      interactive: false,
      className: `${classes(site)} chosen ${part}`,
      filled: part === "fill",
    });
    if (site.shape === "area") drawn.addLayer(linework(shapes, drawing("fill")));
    drawn.addLayer(linework(shapes, drawing("edge")));
  };
}
