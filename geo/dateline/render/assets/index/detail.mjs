import { counted } from "../story/counting.mjs";
import { element } from "../story/words.mjs";

/** @typedef {import("./types.mjs").Site} Site */
/** @typedef {import("./types.mjs").Report} Report */

/**
 * Write who mentions a place: each article with the paragraphs that name it.
 *
 * @param {HTMLElement} detail
 * @param {Site} site
 * @param {Report[]} reports By number, from 1.
 * @param {Record<string, string>} words
 */
export function writeDetail(detail, site, reports, words) {
  const { key, name, description, count, where } = site;
  const heading = element("h2", "", name);
  heading.tabIndex = -1;
  const what = element("p", "what");
  const numbers = `${counted(words, "mentioned", count)}. ${words.articles}: ${where.length}`;
  what.textContent = description ? `${description}. ${numbers}` : numbers;
  const links = [...document.querySelectorAll(`#place-${CSS.escape(key)} .there`)];
  const parts = where.map(({ article, passages }, index) =>
    excerpt(reports[article - 1], passages, key, links[index]?.getAttribute("href") ?? ""),
  );
  detail.replaceChildren(heading, what, ...parts);
  return heading;
}

/**
 * An article's part: its headline, and copies of its paragraphs.
 *
 * @param {Report} report
 * @param {number[]} passages
 * @param {string} key
 * @param {string} href Of the place on the article's own page.
 */
function excerpt({ number, node }, passages, key, href) {
  const made = element("article", "");
  for (const name of ["lang", "dir"]) made.setAttribute(name, node.getAttribute(name) ?? "");
  for (const part of node.querySelectorAll(":scope > h3, :scope > .byline")) {
    made.append(part.cloneNode(true));
  }
  made.querySelector("h3 a")?.setAttribute("href", href);
  for (const one of passages) {
    const passage = document.getElementById(`a${number}-p${one}`)?.cloneNode(true);
    if (!(passage instanceof HTMLElement)) continue;
    passage.removeAttribute("id");
    for (const mention of passage.querySelectorAll("a.mention")) {
      const meant = isOf(mention, key);
      mention.classList.toggle("here", meant);
    }
    made.append(passage);
  }
  return made;
}

/**
 * Whether a stretch of text leads to a place, or is a part of an expression that does.
 *
 * @param {Element} mention
 * @param {string} key
 */
function isOf(mention, key) {
  const within = mention instanceof HTMLElement ? mention.dataset.within : "";
  return within === key || mention.getAttribute("href") === `#place-${encodeURIComponent(key)}`;
}
