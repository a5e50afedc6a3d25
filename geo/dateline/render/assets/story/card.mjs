import { button, element, filled } from "./words.mjs";

/**
 * The card of the chosen place: what it is, why it is here and where the text has it.
 *
 * @param {import("./types.mjs").Story} story
 * @param {ReturnType<import("./state.mjs").createStore>} store
 * @param {{visit: (key: string, mention: number) => void, leave: () => void}} actions
 */
export function createCard(story, store, { visit, leave }) {
  const node = element("div", "card");
  node.hidden = true;
  store.watch((now, before) => {
    if (now.chosen === before.chosen && now.mention === before.mention) return;
    const feature = story.features.find(({ key }) => key === now.chosen);
    node.hidden = !feature;
    node.replaceChildren(...(feature ? contents(story, feature, now.mention, visit, leave) : []));
  });
  return node;
}

/** Everything on the card. */
function contents({ words }, feature, mention, visit, leave) {
  const close = button("close", "", leave);
  close.setAttribute("aria-label", words.close);
  const name = element("p", `name ${feature.kind}`);
  name.append(element("bdi", "", feature.name));
  const parts = [close, name];
  if (feature.description) parts.push(element("p", "what", feature.description));
  parts.push(steps(words, feature, mention, visit), reason(words, feature));
  if (feature.alternatives.length) {
    parts.push(element("p", "else", `${words.alternatives}: ${feature.alternatives.join("; ")}`));
  }
  return parts;
}

/** How sure the place is and why. */
function reason(words, feature) {
  const line = element("p", "why");
  line.append(element("strong", feature.confidence, words[`confidence_${feature.confidence}`]));
  if (feature.reason) line.append(`. ${feature.reason}`);
  return line;
}

/** The way through a place's mentions. */
function steps(words, feature, mention, visit) {
  const total = feature.mentions.length;
  const line = element("div", "steps");
  const step = (name, by) => {
    const to = (mention + by + total) % total;
    const made = button(name, "", () => {
      visit(feature.key, to);
    });
    made.setAttribute("aria-label", words[name]);
    made.disabled = total < 2;
    return made;
  };
  const where = filled(words.mention_of, { number: mention + 1, total });
  line.append(step("previous", -1), element("span", "", where), step("next", 1));
  return line;
}
