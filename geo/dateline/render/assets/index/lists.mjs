/** @typedef {import("./types.mjs").Report} Report */

/**
 * The articles on the page, in their order.
 *
 * @returns {Report[]}
 */
export function reportsOnPage() {
  const nodes = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".reports > article")
  );
  return [...nodes].map((node, index) => ({
    name: node.id.slice("article-".length),
    number: index + 1,
    node,
  }));
}

/**
 * Headline and author of each article, by its number.
 *
 * @param {Report[]} reports
 */
export function headlinesOf(reports) {
  return new Map(
    reports.map(({ number, node }) => {
      const parts = [...node.querySelectorAll("h3, .byline span")];
      return [number, parts.map((part) => part.textContent).join(", ")];
    }),
  );
}

/**
 * Prepare the two lists: which of them is shown, and what of it.
 *
 * @param {import("./types.mjs").Atlas} atlas
 * @param {Report[]} reports
 */
export function createLists({ features, words }, reports) {
  const [sites, articles] = [section("places"), section("articles")];
  const rows = features.map(({ key }) => document.getElementById(`place-${key}`));
  const tabs = [...document.querySelectorAll(".tabs a")];
  const nothing = document.createElement("p");
  nothing.className = "nothing";
  nothing.textContent = words.none;
  sites.before(nothing);
  return {
    /**
     * @param {import("./types.mjs").IndexState} state
     * @param {import("./search.mjs").Found|null} found
     */
    show({ list, place, article }, found) {
      const listed = place === null && article === null;
      sites.hidden = !listed || list !== "places";
      articles.hidden = article === null && (!listed || list !== "articles");
      articles.classList.toggle("open", article !== null);
      rows.forEach((row, index) => {
        if (row) row.hidden = found !== null && !found.places.has(features[index].key);
      });
      for (const { name, number, node } of reports) {
        node.hidden = article === null ? !(found?.articles.has(number) ?? true) : name !== article;
      }
      const counts = {
        places: found?.places.size ?? features.length,
        articles: found?.articles.size ?? reports.length,
      };
      nothing.hidden = !listed || counts[list] > 0;
      for (const tab of tabs) {
        const name = /** @type {"places"|"articles"} */ (tab.getAttribute("href")?.slice(1));
        if (listed && name === list) tab.setAttribute("aria-current", "true");
        else tab.removeAttribute("aria-current");
        const count = tab.querySelector(".count");
        if (count) count.textContent = counts[name].toLocaleString(document.documentElement.lang);
      }
      return counts;
    },
  };
}

/**
 * A part of the page that is always there.
 *
 * @param {string} id
 */
function section(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
