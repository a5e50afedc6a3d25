import { button, element, filled } from "./words.mjs";

/**
 * Offer the online map; nothing is asked of its host before the reader agrees.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @returns {HTMLElement|null}
 */
export function tilesButton(map, story) {
  const { tiles, words } = story;
  if (!tiles) return null;
  const host = tiles.hosts.map((address) => address.replace("https://", "")).join(", ");
  const offer = button("tiles", filled(words.tiles, { host }), () => {
    loadTiles(map, story, tiles);
    offer.remove();
  });
  return offer;
}

/**
 * Lay the tiles over the base map, with what is owed to their provider in plain sight.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Tiles} tiles
 */
function loadTiles(map, story, tiles) {
  map.getContainer().classList.add("with-tiles");
  map.setMaxZoom(tiles.zoom);
  L.tileLayer(tiles.url, {
    subdomains: tiles.subdomains || "abc",
    maxZoom: tiles.zoom,
    referrerPolicy: "strict-origin-when-cross-origin",
  }).addTo(map);
  const right = story.words.direction === "ltr";
  const line = new L.Control({ position: right ? "bottomright" : "bottomleft" });
  line.onAdd = () => element("div", "tiles-line", tiles.attribution);
  line.addTo(map);
}
