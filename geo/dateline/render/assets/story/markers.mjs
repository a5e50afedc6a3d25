import { element } from "./words.mjs";

/** Side of what a finger can hit, in pixels. */
const TARGET = 28;

/** A place's marker, made but not yet on the map: a dot with a name, or the name of an area. */
export function featureView(story, feature, store, { choose }) {
  const text = element("span", "label", feature.name);
  const html = element("span", "mark");
  if (feature.shape === "pin") html.append(element("span", "dot"));
  html.append(text);
  const form = feature.shape === "pin" ? "pin" : "area";
  const size = form === "pin" ? [TARGET, TARGET] : [0, 0];
  const icon = L.divIcon({ html, className: classes(feature), iconSize: size });
  const marker = L.marker([feature.at[1], feature.at[0]], { icon, riseOnHover: form === "pin" });
  const view = { feature, marker, html, text, form, outlines: [], hidden: false };
  marker.on("add", () => dress(view, story, store, choose));
  return view;
}

/** Classes that tell what a feature is. */
export function classes(feature) {
  const marks = ["uncertain", "vague", "broad", "bordered"].filter((name) => feature[name]);
  return ["place", feature.shape, feature.kind, ...marks].join(" ");
}

/** Give a marker its name for those who cannot see it, and its keys. */
function dress(view, story, store, choose) {
  const node = view.marker.getElement();
  const { name, description, key, mentions } = view.feature;
  const what = description ? `${name}, ${description}` : name;
  node.setAttribute("aria-label", `${what}. ${story.words.mentions}: ${mentions.length}`);
  node.dataset.key = key;
  view.text.dataset.number = String(story.features.indexOf(view.feature) + 1);
  node.addEventListener("click", () => choose(key));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    choose(key);
  });
  point(node, key, store);
}

/** Follow the pointer and the focus onto and off a place. */
function point(node, key, store) {
  for (const name of ["mouseenter", "focus"]) {
    node.addEventListener(name, () => store.set({ pointed: key }));
  }
  for (const name of ["mouseleave", "blur"]) {
    node.addEventListener(name, () => store.set({ pointed: null }));
  }
}

/** A Leaflet point as a pair. */
export function pixels({ x, y }) {
  return [x, y];
}
