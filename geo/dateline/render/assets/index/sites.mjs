import { placeAll, spreadPins } from "../story/arranging.mjs";
import { pixels } from "../story/markers.mjs";
import { gather } from "./gathering.mjs";
import { circle, sitePin } from "./pins.mjs";

/** @typedef {import("./types.mjs").Site} Site */
/** @typedef {import("../story/types.mjs").View} View */

/** Pins above this number are gathered into circles. */
const CROWD = 150;

/** Zoom from which on places are no longer gathered: closer, they are streets apart. */
const APART_FROM = 11;

/** Side of a cell in pixels. */
const CELL = 64;

/** Half a circle, in pixels. */
const HALF = 20;

/** Share of the map's size beyond its edges in which markers are kept for dragging. */
const AROUND = 0.3;

/**
 * Keep those markers on the map that are in sight or nearly so: pins, circles for many pins, and
 * the names of areas.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Atlas} atlas
 * @param {import("../story/types.mjs").BaseNames} base
 * @param {(key: string) => void} choose
 * @param {(key: string|null) => void} point
 */
export function drawSites(map, atlas, base, choose, point) {
  /** @type {Map<string, View>} */
  const views = new Map();
  /** @type {Map<string, L.Marker>} */
  let onMap = new Map();
  let wanted = atlas.features;
  /** @type {{zoom: number, wanted: Site[], spots: Spot[]}} */
  let laid = { zoom: -1, wanted: [], spots: [] };
  /** @type {{chosen: string|null, pointed: string|null}} */
  let marked = { chosen: null, pointed: null };
  /** @param {Site} site */
  const viewOf = (site) => {
    const view = views.get(site.key) ?? sitePin(site, atlas.words, choose, point);
    views.set(site.key, view);
    return view;
  };
  const markAll = () => {
    for (const view of views.values()) if (map.hasLayer(view.marker)) mark(view, marked);
  };
  const arrange = () => {
    const zoom = map.getZoom();
    if (laid.zoom !== zoom || laid.wanted !== wanted) {
      laid = { zoom, wanted, spots: layOut(map, wanted, marked.chosen) };
    }
    const seen = padded(map);
    /** @type {Map<string, L.Marker>} */
    const next = new Map();
    for (const { name, members, at } of laid.spots) {
      if (!seen.contains(at)) continue;
      const known = onMap.get(name);
      if (known) next.set(name, known);
      else if (members.length === 1) next.set(name, viewOf(members[0]).marker);
      else next.set(name, circle(map, members, map.unproject(at), atlas.words));
    }
    for (const [name, marker] of onMap) if (!next.has(name)) marker.remove();
    for (const [name, marker] of next) if (!onMap.has(name)) marker.addTo(map);
    onMap = next;
    markAll();
    const present = [...views.values()].filter(({ marker }) => map.hasLayer(marker));
    spreadPins(map, present);
    placeAll(map, present, base);
  };
  map.on("zoomend moveend resize", arrange);
  return {
    /**
     * @param {Site[]} sites
     * @param {string|null} chosen
     */
    show(sites, chosen) {
      wanted = sites;
      marked = { ...marked, chosen };
      arrange();
    },
    /** @param {string|null} key */
    point(key) {
      marked = { ...marked, pointed: key };
      markAll();
    },
    /**
     * The marker of a place, if it is on the map as it stands.
     *
     * @param {string} key
     */
    node: (key) => views.get(key)?.marker.getElement() ?? null,
  };
}

/**
 * @typedef {Object} Spot Where a marker goes.
 * @property {string} name
 * @property {Site[]} members
 * @property {L.Point} at In the pixels of the map's zoom.
 */

/**
 * Decide which places share a marker at this zoom; what the reader chose never does.
 *
 * @param {L.Map} map
 * @param {Site[]} sites
 * @param {string|null} chosen
 * @returns {Spot[]}
 */
function layOut(map, sites, chosen) {
  const zoom = map.getZoom();
  /** @param {Site} site */
  const at = (site) => map.project([site.at[1], site.at[0]]);
  /** @param {Site} site */
  const alone = (site) => ({ name: site.key, members: [site], at: at(site) });
  const pins = sites.filter(({ shape, key }) => shape === "pin" && key !== chosen);
  if (pins.length <= CROWD || zoom >= APART_FROM) return sites.map(alone);
  const groups = gather(
    pins.map((site) => pixels(at(site))),
    CELL,
    HALF,
  );
  const spots = groups.map(({ name, members, at: [x, y] }) =>
    members.length > 1
      ? {
          name: `${zoom} ${pins.length} ${name}`,
          members: members.map((index) => pins[index]),
          at: L.point(x, y),
        }
      : alone(pins[members[0]]),
  );
  const others = sites.filter(({ shape, key }) => shape !== "pin" || key === chosen);
  return [...spots, ...others.map(alone)];
}

/**
 * The map's part of the world, and a little more on every side, in pixels.
 *
 * @param {L.Map} map
 */
function padded(map) {
  const { min, max } = map.getPixelBounds();
  const size = map.getSize().multiplyBy(AROUND);
  const [low, high] = [/** @type {L.Point} */ (min), /** @type {L.Point} */ (max)];
  return L.bounds(low.subtract(size), high.add(size));
}

/**
 * Tell by classes what the reader chose and points at.
 *
 * @param {View} view
 * @param {{chosen: string|null, pointed: string|null}} marked
 */
function mark(view, { chosen, pointed }) {
  const { key, kind, count } = /** @type {Site} */ (view.feature);
  const node = view.marker.getElement();
  node?.classList.toggle("chosen", key === chosen);
  node?.classList.toggle("pointed", key === pointed);
  const often = 1 - 1 / (1 + count);
  view.rank = key === chosen ? 3 : often - (kind === "literal" ? 0 : 1);
  view.marker.setZIndexOffset(key === chosen ? 3000 : Math.round(often * 100));
}
