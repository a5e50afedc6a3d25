import { around, corners } from "./geometry.mjs";

/** Deepest zoom that a view is fitted to: closer, the base map has nothing to show. */
const CLOSE = 10;

/** Deepest zoom: Natural Earth has nothing more to show beyond a town's surroundings. */
const MOST_ZOOM = 13;

/**
 * @typedef {Object} Padding Pixels kept free around what is shown.
 * @property {import("./types.mjs").Pixels} paddingTopLeft
 * @property {import("./types.mjs").Pixels} paddingBottomRight
 */

/** @type {Padding} Of a large map. */
const PADDING = { paddingTopLeft: [36, 56], paddingBottomRight: [36, 40] };

/** @type {Padding} Of one lower than `LOW`. */
const TIGHT = { paddingTopLeft: [16, 44], paddingBottomRight: [16, 12] };
const LOW = 340;

/** Pixels between a card and what is shown above it. */
const ABOVE = 24;

/** Share of the map's height that is given up for a card. */
const MOST_COVERED = 0.55;

/** Share of the map at each edge that does not count as in view. */
const EDGE = -0.06;

/** Zoom levels by which an area is too large to be worth leaving the story for. */
const MUCH_LARGER = 2.5;

/** The same by which a map on paper is made wider for pins that lie beside the story. */
const BESIDE_THE_STORY = 1.5;

/** Seconds that a move takes. */
const MOVE = 0.8;

/**
 * Pins up to which the map flies, which moves each of them in each frame; with more of them it
 * slides, or grows and shrinks, which moves all as one.
 */
const MOST_FLYING = 120;

/** Pixels below which an area is too small to be told. */
const SMALL = 12;

/**
 * Move the map: to the story, or to places when they are not in view.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 */
export function createCamera(map, story) {
  map.setMinZoom(1).setMaxZoom(MOST_ZOOM);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const whole = corners(story.view);
  const padding = () => (map.getSize().y < LOW ? TIGHT : PADDING);
  const storyZoom = () => {
    const { paddingTopLeft, paddingBottomRight } = padding();
    const taken = L.point(paddingTopLeft).add(L.point(paddingBottomRight));
    return Math.min(map.getBoundsZoom(whole, false, taken), CLOSE);
  };
  /** @param {L.LatLngBoundsLiteral} bounds @param {number} maxZoom @param {boolean} animate */
  const go = (bounds, maxZoom, animate) => {
    const options = { ...clear(padding(), map, coverOf(map)), maxZoom };
    const moves = animate && !still.matches && !document.hidden;
    if (moves && map.getPanes().markerPane.childElementCount <= MOST_FLYING) {
      map.flyToBounds(bounds, { ...options, duration: MOVE });
    } else {
      map.fitBounds(bounds, { ...options, animate: moves, duration: MOVE });
    }
  };
  return {
    storyZoom,
    /** @param {boolean} animate */
    showStory: (animate) => go(whole, CLOSE, animate),
    /** The story with its pins outside the view, unless they are far from all others. */
    showAll() {
      const pins = story.features.filter(
        ({ kind, shape }) => kind === "literal" && shape === "pin",
      );
      const all = corners(around([story.view, ...pins.map((pin) => boxOf(pin))]));
      const near = map.getBoundsZoom(all) >= storyZoom() - BESIDE_THE_STORY;
      go(near ? all : whole, CLOSE, false);
    },
    /**
     * Show places that the text has come to; what is far larger than the story and partly in
     * view already stays as it is.
     *
     * @param {import("./types.mjs").Feature[]} features
     */
    followPlaces(features) {
      const seen = map.getBounds();
      /** @param {import("./types.mjs").Feature} feature */
      const large = ({ shape, box }) =>
        shape !== "pin" &&
        seen.intersects(corners(box)) &&
        map.getBoundsZoom(corners(box)) < storyZoom() - MUCH_LARGER;
      this.showPlaces(features.filter((feature) => !large(feature)));
    },
    /** @param {import("./types.mjs").Feature[]} features */
    showPlaces(features) {
      const cover = coverOf(map);
      if (!features.length || features.every((feature) => inView(map, feature, cover))) return;
      const closest = Math.min(Math.max(map.getZoom(), storyZoom()), CLOSE);
      go(corners(around(features.map((feature) => boxOf(feature)))), closest, true);
    },
  };
}

/**
 * What must be seen of a feature: all of an area or line, the point of a pin.
 *
 * @param {import("./types.mjs").Feature} feature
 * @returns {import("./types.mjs").Box}
 */
function boxOf({ shape, at, box }) {
  return shape === "pin" ? [at[0], at[1], at[0], at[1]] : box;
}

/**
 * The part of the map that a card covers, in pixels from its upper left corner.
 *
 * @param {L.Map} map
 * @returns {L.Bounds|null}
 */
function coverOf(map) {
  const container = map.getContainer();
  const card = container.querySelector(".card:not([hidden])");
  if (!card) return null;
  const origin = container.getBoundingClientRect();
  const { left, top, right, bottom } = card.getBoundingClientRect();
  const within = left < origin.right && right > origin.left && top < origin.bottom;
  return within
    ? L.bounds([left - origin.left, top - origin.top], [right - origin.left, bottom - origin.top])
    : null;
}

/**
 * Padding that leaves what a card covers free, unless too little of the map would be left.
 *
 * @param {Padding} padding
 * @param {L.Map} map
 * @param {L.Bounds|null} cover
 * @returns {Padding}
 */
function clear(padding, map, cover) {
  const height = map.getSize().y;
  const [right, bottom] = padding.paddingBottomRight;
  const free = cover ? height - cover.getTopLeft().y + ABOVE : 0;
  return free > bottom && free < height * MOST_COVERED
    ? { ...padding, paddingBottomRight: [right, free] }
    : padding;
}

/**
 * Whether a reader can see a place where the map stands now.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Feature} feature
 * @param {L.Bounds|null} cover
 */
function inView(map, feature, cover) {
  const seen = map.getBounds().pad(EDGE);
  const spot = map.latLngToContainerPoint([feature.at[1], feature.at[0]]);
  if (cover?.contains(spot)) return false;
  const [west, south, east, north] = boxOf(feature);
  if (seen.contains(corners([west, south, east, north]))) {
    return feature.shape === "pin" || sizeOf(map, feature.box) >= SMALL;
  }
  return feature.shape !== "pin" && seen.contains([feature.at[1], feature.at[0]]);
}

/**
 * Larger side of a box on the map, in pixels.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Box} box
 */
function sizeOf(map, box) {
  const [southWest, northEast] = corners(box).map((corner) => map.latLngToContainerPoint(corner));
  return Math.max(northEast.x - southWest.x, southWest.y - northEast.y);
}
