import { mentionedIn } from "./counting.mjs";
import { button, element, filled } from "./words.mjs";

/**
 * The card of the chosen place: what it is, where the text has it, and why it is here.
 *
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Actions} actions
 * @param {number} blocks How many blocks the text has; 0 where there is no text.
 */
export function createCard(story, store, actions, blocks) {
  const node = element("div", "card");
  node.hidden = true;
  store.watch((now, before) => {
    if (now.chosen === before.chosen && now.mention === before.mention) return;
    const feature = story.features.find(({ key }) => key === now.chosen);
    const focus = focusedPart(node);
    node.hidden = !feature;
    node.replaceChildren(
      ...(feature ? contents(story, feature, now.mention, actions, blocks) : []),
    );
    if (focus) /** @type {HTMLElement|null} */ (node.querySelector(`.${focus}`))?.focus();
  });
  return node;
}

/**
 * Which of the card's buttons has the keyboard's focus; it is given back when the card changes.
 *
 * @param {HTMLElement} node
 */
function focusedPart(node) {
  const { activeElement } = document;
  return node.contains(activeElement) ? activeElement?.classList[0] : undefined;
}

/**
 * Everything on the card.
 *
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Feature} feature
 * @param {number} mention
 * @param {import("./types.mjs").Actions} actions
 * @param {number} blocks
 */
function contents({ words }, feature, mention, { visit, leave }, blocks) {
  const close = button("close", "", leave);
  close.setAttribute("aria-label", words.close);
  const name = element("p", `name ${feature.kind}`);
  name.append(element("bdi", "", feature.name));
  const parts = [close, name];
  if (feature.description) parts.push(element("p", "what", feature.description));
  if (blocks) parts.push(strip(words, feature, mention, blocks));
  parts.push(steps(words, feature, mention, visit), reason(words, feature));
  if (feature.alternatives.length) {
    const others = feature.alternatives.join(words.semicolon);
    parts.push(element("p", "else", `${words.alternatives}: ${others}`));
  }
  return parts;
}

/**
 * The length of the text as a line, with a mark for each mention.
 *
 * @param {Record<string, string>} words
 * @param {import("./types.mjs").Feature} feature
 * @param {number} mention
 * @param {number} blocks
 */
function strip(words, { mentions }, mention, blocks) {
  const line = element("div", "strip");
  line.setAttribute("role", "img");
  line.setAttribute("aria-label", mentionedIn(words, mentions));
  mentions.forEach(({ paragraph }, index) => {
    const mark = element("span", index === mention ? "here" : "");
    const share = (Number(paragraph.slice(1)) - 0.5) / blocks;
    mark.style.insetInlineStart = `${(100 * share).toFixed(1)}%`;
    line.append(mark);
  });
  return line;
}

/**
 * How sure the place is and why.
 *
 * @param {Record<string, string>} words
 * @param {import("./types.mjs").Feature} feature
 */
function reason(words, feature) {
  const line = element("p", "why");
  line.append(element("strong", feature.confidence, words[`confidence_${feature.confidence}`]));
  if (feature.reason) line.append(`. ${feature.reason}`);
  return line;
}

/**
 * The way through a place's mentions.
 *
 * @param {Record<string, string>} words
 * @param {import("./types.mjs").Feature} feature
 * @param {number} mention
 * @param {(key: string, mention: number) => void} visit
 */
function steps(words, feature, mention, visit) {
  const total = feature.mentions.length;
  const line = element("div", "steps");
  const step = (/** @type {"previous"|"next"} */ name, /** @type {number} */ by) => {
    const to = (mention + by + total) % total;
    const made = button(name, "", () => {
      visit(feature.key, to);
    });
    made.setAttribute("aria-label", words[name]);
    made.disabled = total < 2;
    return made;
  };
  const which = filled(words.mention_of, { number: mention + 1, total });
  const block = feature.mentions[mention].paragraph.slice(1);
  const where = element("span", "where", filled(words.paragraph, { number: block }));
  line.append(step("previous", -1), element("span", "which", which), step("next", 1), where);
  return line;
}
