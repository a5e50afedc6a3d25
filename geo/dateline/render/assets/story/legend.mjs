import { element } from "./words.mjs";

/**
 * Explain the marks that this story uses, and none that it does not.
 *
 * @param {import("./types.mjs").Story} story
 * @returns {HTMLElement|null} Nothing where every mark explains itself.
 */
export function createLegend({ features, words }) {
  /** @type {[string, string, (feature: import("./types.mjs").Feature) => boolean][]} */
  const sorts = [
    ["literal", words.legend_literal, (f) => f.kind === "literal" && !f.uncertain],
    ["associative", words.associative, (f) => f.kind === "associative"],
    ["uncertain", words.legend_uncertain, (f) => f.uncertain],
  ];
  const entries = sorts
    .map(([name, text, used]) => ({ name, text, forms: formsOf(features.filter(used)) }))
    .filter(({ forms }) => forms.length);
  if (entries.length < 2) return null;
  const list = element("ul", "legend");
  list.lang = words.language;
  list.dir = words.direction;
  for (const { name, text, forms } of entries) {
    const item = element("li", name);
    for (const form of forms) {
      const sample = element("span", `sample ${name} ${form}`);
      sample.setAttribute("aria-hidden", "true");
      item.append(sample);
    }
    item.append(text);
    list.append(item);
  }
  return list;
}

/**
 * How features are drawn: as dots, as patches, or as some of both.
 *
 * @param {import("./types.mjs").Feature[]} features
 */
function formsOf(features) {
  const forms = features.map(({ shape }) => (shape === "pin" ? "dot" : "patch"));
  return ["dot", "patch"].filter((form) => forms.some((one) => one === form));
}

/**
 * Keep the legend where there is room for it: on a map beside the text, else between the map and
 * the text.
 *
 * @param {HTMLElement|null} legend
 * @param {HTMLElement|null} text
 * @param {() => boolean} beside Whether the map stands beside the text.
 */
export function placeLegend(legend, text, beside) {
  const home = legend?.parentElement;
  if (!legend || !home || !text) return;
  const place = () => {
    if (beside()) home.append(legend);
    else text.before(legend);
  };
  place();
  addEventListener("resize", place);
}
