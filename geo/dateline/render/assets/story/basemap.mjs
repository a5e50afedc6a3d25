import { decodeLines } from "./codec.mjs";
import { corners, TURN, turned, withoutCuts } from "./geometry.mjs";
import { element, silentPane, whenIdle } from "./words.mjs";

/** Layers that are only lines, from the bottom up. */
const DRAWN = ["rivers", "counties", "admin1", "countries"];

/** Share of the map's size that is drawn beyond its edges, so that dragging shows no gap. */
const BEYOND = 0.6;

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
 * in view yet is drawn when the browser has time, or when it comes into view.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 */
export function drawBaseMap(map, { base }) {
  const waiting = [
    ...(base.detail ? copies(map, base.detail, "base-detail", "155") : []),
    ...copies(map, base.world, "base-world", "150", base.detail?.box),
  ];
  const drawInView = () => {
    const seen = map.getBounds().pad(BEYOND);
    for (const copy of waiting) if (copy.inView(seen)) copy.draw();
  };
  drawInView();
  map.on("moveend", drawInView);
  whenIdle(() => {
    for (const copy of waiting) copy.draw();
    map.off("moveend", drawInView);
  });
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
  const options = { pane, interactive: false, renderer: L.svg({ pane, padding: BEYOND }) };
  const [west, south, east, north] = cells.box;
  return [0, -TURN, TURN].map((turn) => {
    let drawn = false;
    return {
      /** @param {L.LatLngBounds} seen */
      inView(seen) {
        if (hole && turn === 0 && L.latLngBounds(corners(hole)).contains(seen)) return false;
        return seen.intersects(corners([west + turn, south, east + turn, north]));
      },
      draw() {
        if (drawn) return;
        drawn = true;
        drawCells(map, cells, turn, options);
      },
    };
  });
}

/**
 * Draw one copy of a level of detail: fills, their edges but for the cuts, and lines.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Cells} cells
 * @param {number} turn
 * @param {L.PolylineOptions} options
 */
function drawCells(map, { lines, step, cell, box }, turn, options) {
  /** @param {string} name @param {import("./types.mjs").LatLng[][]} rings */
  const fill = (name, rings) =>
    L.polygon(rings, { ...options, className: `base-${name} base-fill` }).addTo(map);
  /** @param {string} name @param {import("./types.mjs").LatLng[][]} drawn */
  const line = (name, drawn) =>
    L.polyline(drawn, { ...options, className: `base-${name}` }).addTo(map);
  const [[south, west], [north, east]] = corners(box);
  /** @type {import("./types.mjs").LatLng[][]} */
  const sea = [
    [
      [south, west],
      [south, east],
      [north, east],
      [north, west],
    ],
  ];
  if (cell < TURN) fill("sea", turned(sea, turn));
  for (const name of ["land", "lakes"]) {
    const rings = turned(decodeLines(lines[name], step), turn);
    fill(name, rings);
    line("coast", withoutCuts(rings, step, cell));
  }
  for (const name of DRAWN) {
    if (lines[name]) line(name, turned(decodeLines(lines[name], step), turn));
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
