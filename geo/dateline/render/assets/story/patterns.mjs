const SVG = "http://www.w3.org/2000/svg";

/** Name that the style sheet fills uncertain areas with. */
const HATCH = "dateline-hatch";

/**
 * Put the hatching of uncertain areas where `fill: url(#…)` finds it.
 *
 * @param {HTMLElement} container
 */
export function definePatterns(container) {
  const drawing = drawn("svg", { width: 0, height: 0, "aria-hidden": "true", class: "patterns" });
  const hatch = drawn("pattern", {
    id: HATCH,
    width: 7,
    height: 7,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  hatch.append(drawn("line", { x1: 0, y1: 0, x2: 0, y2: 7, class: "hatch" }));
  drawing.append(hatch);
  container.append(drawing);
}

/**
 * An SVG element with attributes.
 *
 * @param {string} tag
 * @param {Record<string, string|number>} attributes
 */
function drawn(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
