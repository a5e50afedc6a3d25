import { decodeLines } from "./codec.mjs";
import { aroundTheGlobe, withoutCuts } from "./geometry.mjs";
import { element } from "./words.mjs";

/** Layers that are only lines, from the bottom up. */
const DRAWN = ["rivers", "counties", "admin1", "countries"];

/** Share of the map's size that is drawn beyond its edges, so that dragging shows no gap. */
const BEYOND = 0.6;

/** Zoom levels below the story's at which the names of towns and regions are left out. */
const FAR = 1.2;

/** Pixels from the edge of the map that a name of an area keeps. */
const INSIDE = 60;

/** Sorts of areas, and how many pixels of room their names need. */
const ROOM = { country: 26, region: 34 };

/**
 * Draw the base map: the world at its coarsest, and on it the story's surroundings in detail.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 */
export function drawBaseMap(map, { base }) {
  map.createPane("base").style.zIndex = "150";
  const renderer = L.svg({ pane: "base", padding: BEYOND });
  const options = { pane: "base", interactive: false, renderer };
  const fill = (name, rings) =>
    L.polygon(rings, { ...options, className: `base-${name} base-fill` }).addTo(map);
  drawCells(map, base.world, options, fill);
  if (!base.detail) return;
  const [west, south, east, north] = base.detail.box;
  const sides = [south, north].flatMap((lat) => [west, east].map((lon) => [lat, lon]));
  fill("sea", aroundTheGlobe([[sides[0], sides[1], sides[3], sides[2]]]));
  drawCells(map, base.detail, options, fill);
}

/** Draw one level of detail: fills, their edges but for the cuts, and lines. */
function drawCells(map, { lines, step, cell }, options, fill) {
  for (const name of ["land", "lakes"]) {
    const rings = decodeLines(lines[name], step);
    fill(name, aroundTheGlobe(rings));
    const edges = aroundTheGlobe(withoutCuts(rings, step, cell));
    L.polyline(edges, { ...options, className: "base-coast" }).addTo(map);
  }
  for (const name of DRAWN) {
    const drawn = aroundTheGlobe(decodeLines(lines[name], step));
    if (drawn.length) L.polyline(drawn, { ...options, className: `base-${name}` }).addTo(map);
  }
}

/**
 * Prepare the names on the base map; who places the labels shows and hides them.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {number} storyZoom Zoom at which the story's view fits the map.
 */
export function baseNames(map, story, storyZoom) {
  const pane = map.createPane("base-names");
  pane.style.zIndex = "430";
  pane.setAttribute("aria-hidden", "true");
  const middle = (story.view[0] + story.view[2]) / 2;
  const views = story.base.names.map((name) => nameView(map, name, middle));
  return {
    views,
    /** Names that belong on the map as it stands, areas moved to where there is room. */
    wanted() {
      const far = map.getZoom() < storyZoom - FAR;
      return views.filter((view) => (view.room ? settle(map, view) : !far));
    },
  };
}

/** One name: a dot and a text for a town, a text for an area. */
function nameView(map, { name, sort, spots }, middle) {
  const html = element("span", "mark");
  const room = ROOM[sort] ?? 0;
  if (!room) html.append(element("span", "dot"));
  const text = element("span", "label", name);
  html.append(text);
  const icon = L.divIcon({ html, className: `base-name ${sort}`, iconSize: [0, 0] });
  const near = spots.map(([lon, lat, space]) => [
    lat,
    lon + 360 * Math.round((middle - lon) / 360),
    space,
  ]);
  const marker = L.marker(near[0].slice(0, 2), {
    icon,
    pane: "base-names",
    interactive: false,
    keyboard: false,
  });
  return { marker: marker.addTo(map), text, room, spots: near, form: room ? "area" : "pin" };
}

/** Move an area's name to its roomiest spot on the map, if there is one with room enough. */
function settle(map, view) {
  const { x: width, y: height } = map.getSize();
  const scale = 2 ** map.getZoom() * (256 / 360);
  let best = null;
  let most = view.room;
  for (const spot of view.spots) {
    const { x, y } = map.latLngToContainerPoint(spot.slice(0, 2));
    const edge = Math.min(x, width - x, y, height - y);
    if (edge < INSIDE / 2) continue;
    const room = Math.min(spot[2] * scale, edge * 2);
    if (room > most) {
      most = room;
      best = spot;
    }
  }
  if (best) view.marker.setLatLng(best.slice(0, 2));
  return best !== null;
}
