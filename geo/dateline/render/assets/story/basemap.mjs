import { decodeLines } from "./codec.mjs";
import { corners, TURN, withoutCuts } from "./geometry.mjs";
import { AT_FIRST, BEYOND, linework, surface } from "./linework.mjs";
import { flattened } from "./tracing.mjs";
import { element, silentPane, whenIdle } from "./words.mjs";

/** Layers that are only lines, from the bottom up. */
const DRAWN = ["rivers", "counties", "admin1", "countries"];

/** Zoom levels below the story's at which the names of towns and regions are left out. */
const FAR = 2.2;

/** Pixels from the edge of the map that a name of an area keeps. */
const INSIDE = 60;

/**
 * Sorts of areas, and how many pixels of room their names need.
 *
 * @type {Record<string, number>}
 */
const ROOM = { country: 26, region: 34 };

/**
 * Draw the base map: the story's surroundings in detail, and beneath them the world. What is not
 * in view yet is drawn when it comes into view; the world when the browser has time, too.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 */
export function drawBaseMap(map, { base }) {
  const world = copies(map, base.world, "base-world", "150", base.detail?.box);
  const all = [...(base.detail ? copies(map, base.detail, "base-detail", "155") : []), ...world];
  /** @param {number} beyond */
  const drawInView = (beyond) => {
    const seen = map.getBounds().pad(beyond);
    for (const copy of all) if (copy.inView(seen)) copy.draw();
  };
  drawInView(AT_FIRST);
  map.on("move", () => drawInView(BEYOND));
  whenIdle(world[0].draw);
}

/**
 * One level of detail, three times around the globe, each to be drawn once.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Cells} cells
 * @param {string} pane
 * @param {string} level
 * @param {import("./types.mjs").Box} [hole] What another level covers.
 */
function copies(map, cells, pane, level, hole) {
  silentPane(map, pane, level);
  const options = { pane, interactive: false, renderer: surface(pane) };
  const [west, south, east, north] = cells.box;
  /** @type {Layer[]|undefined} */
  let layers;
  return [0, -1, 1].map((turn) => {
    let drawn = false;
    return {
      /** @param {L.LatLngBounds} seen */
      inView(seen) {
        if (drawn || (hole && turn === 0 && L.latLngBounds(corners(hole)).contains(seen)))
          return false;
        return seen.intersects(corners([west + TURN * turn, south, east + TURN * turn, north]));
      },
      draw() {
        if (drawn) return;
        drawn = true;
        layers ??= layersOf(cells);
        for (const { name, shapes, filled } of layers) {
          linework(shapes, { ...options, className: name, turn, filled }).addTo(map);
        }
      },
    };
  });
}

/**
 * @typedef {Object} Layer What is drawn in one way.
 * @property {string} name Classes for the style sheet.
 * @property {import("./tracing.mjs").Shape[]} shapes
 * @property {boolean} filled
 */

/**
 * What a level of detail consists of, from the bottom up: fills, their edges but for the cuts, and
 * lines.
 *
 * @param {import("./types.mjs").Cells} cells
 * @returns {Layer[]}
 */
function layersOf({ lines, step, cell, box: [west, south, east, north] }) {
  /** @param {string} name @param {import("./types.mjs").Line[]} drawn */
  const line = (name, drawn) => ({
    name: `base-${name}`,
    shapes: flattened(drawn, step),
    filled: false,
  });
  /** @param {string} name @param {import("./types.mjs").Line[]} rings */
  const fill = (name, rings) => ({ ...line(`${name} base-fill`, rings), filled: true });
  const sea = [west, south, west, north, east, north, east, south].map((side) => side / step);
  return [
    ...(cell < TURN ? [fill("sea", [sea])] : []),
    ...["land", "lakes"].flatMap((name) => {
      const rings = decodeLines(lines[name]);
      return [fill(name, rings), line("coast", withoutCuts(rings, step, cell))];
    }),
    ...DRAWN.filter((name) => lines[name]).map((name) => line(name, decodeLines(lines[name]))),
  ];
}

/**
 * Prepare the names on the base map; who places the labels shows and hides them.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {number} storyZoom Zoom at which the story's view fits the map.
 */
export function baseNames(map, story, storyZoom) {
  silentPane(map, "base-names", "430");
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

/**
 * One name: a dot and a text for a town, a text for an area.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").BaseName} name
 * @param {number} middle Longitude of the story's middle.
 * @returns {import("./types.mjs").NameView}
 */
function nameView(map, { name, sort, spots }, middle) {
  const html = element("span", "mark");
  const room = ROOM[sort] ?? 0;
  if (!room) html.append(element("span", "dot"));
  const text = element("span", "label", name);
  html.append(text);
  const icon = L.divIcon({ html, className: `base-name ${sort}`, iconSize: [0, 0] });
  const near = spots.map(
    ([lon, lat, space]) =>
      /** @type {[number, number, number]} */ ([
        lat,
        lon + TURN * Math.round((middle - lon) / TURN),
        space,
      ]),
  );
  const marker = L.marker([near[0][0], near[0][1]], {
    icon,
    pane: "base-names",
    interactive: false,
    keyboard: false,
  });
  return { marker: marker.addTo(map), text, room, spots: near, form: room ? "area" : "pin" };
}

/**
 * Move an area's name to its roomiest spot on the map, if there is one with room enough.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").NameView} view
 */
function settle(map, view) {
  const { x: width, y: height } = map.getSize();
  const scale = 2 ** map.getZoom() * (256 / 360);
  /** @type {L.LatLngTuple|null} */
  let best = null;
  let most = view.room;
  for (const [lat, lon, space] of view.spots) {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const edge = Math.min(x, width - x, y, height - y);
    if (edge < INSIDE / 2) continue;
    const room = Math.min(space * scale, edge * 2);
    if (room > most) {
      most = room;
      best = [lat, lon];
    }
  }
  if (best) view.marker.setLatLng(best);
  return best !== null;
}
