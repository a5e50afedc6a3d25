import { decodeLines } from "../story/codec.mjs";
import { classes } from "../story/markers.mjs";

/**
 * Prepare the outline of one area or line at a time: that of the place which the reader chose.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Atlas} atlas
 * @returns {(site: import("./types.mjs").Site|undefined) => void}
 */
export function createOutline(map, { grid }) {
  map.createPane("areas").style.zIndex = "410";
  const renderer = L.svg({ pane: "areas", padding: 0.6 });
  const drawn = L.layerGroup().addTo(map);
  return (site) => {
    drawn.clearLayers();
    if (!site?.outline) return;
    const lines = decodeLines(site.outline, grid);
    /** @param {string} part */
    const options = (part) => ({
      pane: "areas",
      renderer,
      interactive: false,
      className: `${classes(site)} chosen ${part}`,
    });
    if (site.shape === "area") drawn.addLayer(L.polygon(lines, options("fill")));
    drawn.addLayer(L.polyline(lines, options("edge")));
  };
}
