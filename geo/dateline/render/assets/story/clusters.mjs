import { counted } from "./counting.mjs";
import { around, corners } from "./geometry.mjs";
import { pixels } from "./markers.mjs";
import { cluster } from "./spread.mjs";
import { element } from "./words.mjs";

/** Pins above this number are gathered into clusters. */
const MANY = 200;

/** Size of a cluster's cell in pixels. */
const CELL = 56;

/** Side of a cluster that a finger can hit, in pixels. */
const CLUSTER = 32;

/**
 * Keep the markers on the map, those of many pins as clusters.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").View[]} views
 */
export function clusterLayer(map, story, views) {
  const pins = views.filter((view) => view.form === "pin");
  const gathered = L.layerGroup().addTo(map);
  for (const view of views) if (pins.length <= MANY || view.form === "area") view.marker.addTo(map);
  let zoom = -1;
  /** Gather anew where the zoom has changed; gives whether pins have come or gone. */
  const arrange = () => {
    if (pins.length <= MANY || zoom === map.getZoom()) return false;
    zoom = map.getZoom();
    gathered.clearLayers();
    const cells = cluster(
      pins.map((view) => pixels(map.project(view.marker.getLatLng()))),
      CELL,
    );
    for (const cell of cells) {
      const members = cell.map((index) => pins[index]);
      for (const view of members) {
        if (members.length > 1) view.marker.remove();
        else view.marker.addTo(map);
      }
      if (members.length > 1) gathered.addLayer(clusterMarker(map, story, members));
    }
    return true;
  };
  return { arrange };
}

/**
 * A marker for many pins; it opens by bringing the map closer.
 *
 * @param {L.Map} map
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").View[]} members
 */
function clusterMarker(map, story, members) {
  const box = around(members.map(({ feature: { at } }) => [at[0], at[1], at[0], at[1]]));
  const html = element("span", "count", String(members.length));
  const icon = L.divIcon({ html, className: "place cluster", iconSize: [CLUSTER, CLUSTER] });
  const marker = L.marker([(box[1] + box[3]) / 2, (box[0] + box[2]) / 2], { icon });
  const open = () => map.fitBounds(corners(box), { padding: [40, 40] });
  marker.on("add", () => {
    const node = marker.getElement();
    node?.setAttribute("aria-label", counted(story.words, "cluster", members.length));
    node?.addEventListener("click", open);
    node?.addEventListener("keydown", (event) => event.key === "Enter" && open());
  });
  return marker;
}
