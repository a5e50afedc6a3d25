import { button, element } from "./words.mjs";

/**
 * @typedef {Object} Entry
 * @property {import("./types.mjs").Feature} feature
 * @property {number} place Where the text has it first.
 * @property {HTMLElement} item
 */

/**
 * Orders of the list, by the key of their name among the words.
 *
 * @type {Record<string, (a: Entry, b: Entry) => number>}
 */
const ORDERS = {
  order_text: (a, b) => a.place - b.place,
  order_name: (a, b) => a.feature.name.localeCompare(b.feature.name),
  order_count: (a, b) => b.feature.mentions.length - a.feature.mentions.length || a.place - b.place,
};

/** Places from which on an order is worth choosing. */
const WORTH_SORTING = 6;

/** Height of a place in a long list until it comes into sight and is laid out, in em. */
const LINE = 1.9;

/**
 * Make the list of places sortable, and its names lead to the map.
 *
 * @param {HTMLElement} list
 * @param {import("./types.mjs").Story} story
 * @param {(key: string, mention: number) => void} choose
 */
export function bindList(list, story, choose) {
  // One pass over the list: looking each place up in it takes seconds where there are thousands.
  const items = new Map(
    [...list.querySelectorAll("[data-key]")].map((item) => [item.getAttribute("data-key"), item]),
  );
  const entries = story.features.flatMap((feature, place) => {
    const item = items.get(feature.key);
    return item instanceof HTMLElement ? [{ feature, place, item }] : [];
  });
  for (const { feature, item } of entries) {
    const go = button("go", feature.name, () => choose(feature.key, 0));
    item.querySelector(".name bdi")?.replaceChildren(go);
    item.addEventListener("click", (event) => {
      const link = event.target instanceof Element && event.target.closest('a[href^="#m-"]');
      const mention = feature.mentions.findIndex(
        ({ id }) => link && link.getAttribute("href") === `#${id}`,
      );
      if (mention < 0) return;
      event.preventDefault();
      choose(feature.key, mention);
    });
  }
  if (list.classList.contains("long")) {
    list.style.setProperty("contain-intrinsic-block-size", `auto ${LINE * entries.length}em`);
  }
  if (entries.length >= WORTH_SORTING) list.before(sorter(list, entries, story.words));
}

/**
 * Buttons for the order of the list.
 *
 * @param {HTMLElement} list
 * @param {Entry[]} entries
 * @param {Record<string, string>} words
 */
function sorter(list, entries, words) {
  const bar = element("div", "sort");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.sort);
  /** @type {HTMLButtonElement[]} */
  const buttons = Object.entries(ORDERS).map(([name, order]) =>
    button(name, words[name], (event) => {
      keepNumbers(entries);
      for (const { item } of [...entries].sort(order)) list.append(item);
      for (const other of buttons) {
        other.setAttribute("aria-pressed", String(other === event.currentTarget));
      }
    }),
  );
  buttons.forEach((made, index) => {
    made.setAttribute("aria-pressed", String(index === 0));
  });
  bar.append(...buttons);
  return bar;
}

/**
 * Let items keep the numbers of their pins in any order.
 *
 * Not before the first sorting: a browser lays out thousands of items with values slowly.
 *
 * @param {Entry[]} entries
 */
function keepNumbers(entries) {
  for (const { item, place } of entries) {
    if (item instanceof HTMLLIElement) item.value = place + 1;
  }
}
