import { button, element } from "../story/words.mjs";

/** Compares names as the page's language does. */
const { compare: byName } = new Intl.Collator(document.documentElement.lang || undefined);

/** Rows from which on an order is worth choosing. */
const WORTH_ORDERING = 6;

/**
 * @typedef {Object} Order
 * @property {string} word Key of its name among the words.
 * @property {(a: number, b: number) => number} compare Two rows by their first places.
 */

/**
 * Put buttons for the order of a list before it; the first order is that of the page.
 *
 * @param {Element[]} rows
 * @param {Order[]} orders
 * @param {Record<string, string>} words
 */
export function addOrders(rows, orders, words) {
  const list = rows[0]?.parentElement;
  if (!list || rows.length < WORTH_ORDERING) return;
  const bar = element("div", "orders");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.sort);
  /** @type {HTMLButtonElement[]} */
  const buttons = orders.map(({ word, compare }) =>
    button("", words[word], (event) => {
      const order = rows.map((_, index) => index).sort((a, b) => compare(a, b) || a - b);
      list.append(...order.map((index) => rows[index]));
      for (const one of buttons) press(one, one === event.currentTarget);
    }),
  );
  buttons.forEach((one, index) => {
    press(one, index === 0);
  });
  bar.append(...buttons);
  if (list.tagName === "UL") list.before(bar);
  else rows[0].before(bar);
}

/**
 * @param {HTMLElement} node
 * @param {boolean} on
 */
function press(node, on) {
  node.setAttribute("aria-pressed", String(on));
}

/**
 * Make both lists sortable.
 *
 * @param {import("./types.mjs").Atlas} atlas
 * @param {import("./types.mjs").Report[]} reports
 */
export function orderLists({ features, words }, reports) {
  const asWritten = () => 0;
  addOrders(
    [...document.querySelectorAll(".sites > ul > li")],
    [
      { word: "order_count", compare: asWritten },
      { word: "order_name", compare: (a, b) => byName(features[a].name, features[b].name) },
    ],
    words,
  );
  const nodes = reports.map(({ node }) => node);
  const titles = nodes.map((node) => node.querySelector("h3")?.textContent ?? "");
  const places = reports.map(({ number }) => placesNamed(features, number));
  const dated = nodes.every((node) => node.querySelector("time"));
  addOrders(
    nodes,
    [
      { word: dated ? "order_date" : "order_given", compare: asWritten },
      { word: "order_name", compare: (a, b) => byName(titles[a], titles[b]) },
      { word: "order_number", compare: (a, b) => places[b] - places[a] },
    ],
    words,
  );
}

/**
 * How many places an article names.
 *
 * @param {import("./types.mjs").Site[]} sites
 * @param {number} number
 */
function placesNamed(sites, number) {
  return sites.filter(({ where }) => where.some(({ article }) => article === number)).length;
}
