import { addControl, addZoom, corner, finishControls } from "../story/controls.mjs";
import { createLegend, placeLegend } from "../story/legend.mjs";
import { isBeside } from "../story/scrolling.mjs";
import { tilesButton } from "../story/tiles.mjs";
import { button, element } from "../story/words.mjs";

/**
 * Put the controls on the map, before the pins in the order of the Tab key.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Atlas} atlas
 * @param {() => void} showAll
 * @param {HTMLElement|null} lists Where the legend goes if the map has no room for it.
 */
export function addIndexControls(map, atlas, showAll, lists) {
  const { words } = atlas;
  addZoom(map, words);
  const bar = element("div", "bar");
  bar.append(button("whole", words.whole, showAll));
  const tiles = tilesButton(map, atlas);
  if (tiles) bar.append(tiles);
  addControl(map, corner(words, "top", "start"), bar);
  const dots = atlas.features.map((site) => ({ ...site, shape: /** @type {const} */ ("pin") }));
  const legend = createLegend({ ...atlas, features: dots });
  if (legend) {
    addControl(map, corner(words, "bottom", "start"), legend);
    const stage = document.querySelector(".stage");
    placeLegend(legend, lists, () => !(stage instanceof HTMLElement) || isBeside(stage));
  }
  finishControls(map, words);
}
