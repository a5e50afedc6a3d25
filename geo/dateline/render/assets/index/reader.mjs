import { element, filled } from "../story/words.mjs";
import { writeDetail } from "./detail.mjs";

/** @typedef {import("./types.mjs").IndexState} IndexState */
/** @typedef {import("./types.mjs").Report} Report */

/**
 * Lead the reader into a place or an article and back to where the list was.
 *
 * @param {import("./types.mjs").Atlas} atlas
 * @param {Report[]} reports
 * @param {(key: string) => HTMLElement|null} pinOf
 */
export function createReader({ features, words }, reports, pinOf) {
  const lists = /** @type {HTMLElement} */ (document.getElementById("lists"));
  const detail = /** @type {HTMLElement} */ (document.getElementById("detail"));
  const region = document.getElementById("announcement");
  const back = /** @type {HTMLAnchorElement} */ (element("a", ""));
  const line = element("p", "back");
  line.append(back);
  line.hidden = true;
  detail.before(line);
  let left = 0;
  /** @type {Element|null} */
  let from = null;
  /** @param {string} text */
  const say = (text) => {
    if (region) region.textContent = text;
  };
  return {
    say,
    /**
     * Show what the state says; focus follows only where the reader has acted.
     *
     * @param {IndexState} now
     * @param {IndexState} before
     * @param {boolean} acted
     */
    read(now, before, acted) {
      const [opened, wasOpen] = [isOpen(now), isOpen(before)];
      if (opened && !wasOpen) [left, from] = [scrollY, document.activeElement];
      const site = features.find(({ key }) => key === now.place);
      const report = reports.find(({ name }) => name === now.article);
      line.hidden = !opened;
      back.href = `#${now.list}`;
      back.textContent = now.list === "places" ? words.all_places : words.all_articles;
      detail.hidden = !site;
      if (site) {
        const heading = writeDetail(detail, site, reports, words);
        say(`${site.name}. ${counted(site.where.length)}`);
        if (acted) enter(lists, heading);
      } else if (report) {
        const heading = report.node.querySelector("h3 a");
        say(heading?.textContent ?? "");
        if (acted && heading instanceof HTMLElement) enter(lists, heading);
      } else if (wasOpen && acted) {
        scrollTo(0, left);
        returnTo(from, before.place ? pinOf(before.place) : null);
      }
    },
  };

  /** @param {number} articles */
  function counted(articles) {
    return filled("{word}: {articles}", { word: words.articles, articles });
  }
}

/** @param {IndexState} state */
function isOpen({ place, article }) {
  return place !== null || article !== null;
}

/**
 * Bring what was opened into view, and the focus to its heading.
 *
 * @param {HTMLElement} lists
 * @param {HTMLElement} heading
 */
function enter(lists, heading) {
  const margin = Number.parseFloat(getComputedStyle(lists).scrollMarginTop) || 0;
  const { top } = lists.getBoundingClientRect();
  if (top < margin) scrollTo(0, scrollY + top - margin);
  heading.focus({ preventScroll: true });
}

/**
 * Give the focus back to where it came from, or to what stands on the map for it.
 *
 * @param {Element|null} from
 * @param {HTMLElement|null} pin
 */
function returnTo(from, pin) {
  const there = from instanceof HTMLElement && from.isConnected && from.checkVisibility();
  const node = there && from !== document.body ? from : pin;
  node?.focus({ preventScroll: true });
}
