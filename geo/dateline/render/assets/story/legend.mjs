import { element } from "./words.mjs";

/**
 * Explain the marks that this story uses, and none that it does not.
 *
 * @param {import("./types.mjs").Story} story
 * @returns {HTMLElement|null} Nothing where every mark explains itself.
 */
export function createLegend({ features, words }) {
  const entries = [
    ["literal", words.legend_literal, (f) => f.kind === "literal" && !f.uncertain],
    ["associative", words.associative, (f) => f.kind === "associative"],
    ["uncertain", words.legend_uncertain, (f) => f.uncertain],
  ].filter(([, , used]) => features.some(used));
  if (entries.length < 2) return null;
  const list = element("ul", "legend");
  for (const [name, text] of entries) {
    const item = element("li", name);
    const sample = element("span", `sample ${name}`);
    sample.setAttribute("aria-hidden", "true");
    item.append(sample, text);
    list.append(item);
  }
  return list;
}
