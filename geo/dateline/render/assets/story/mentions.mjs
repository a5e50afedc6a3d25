import { placesOf } from "./state.mjs";

/**
 * Bind the text's mentions to the map, both ways.
 *
 * @param {HTMLElement} text Where the mentions are.
 * @param {import("./types.mjs").Story} story
 * @param {ReturnType<import("./state.mjs").createStore>} store
 * @param {(key: string, mention: number) => void} choose
 */
export function bindMentions(text, story, store, choose) {
  const targets = byId(story.features);
  const nodes = [...text.querySelectorAll("[data-mention]")];
  const targetOf = (node) => targets.get(`m-${node.dataset.mention}`);
  const under = (event) => {
    const node = event.target.closest("a.mention");
    return node ? targetOf(node) : undefined;
  };
  text.addEventListener("click", (event) => {
    const target = under(event);
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(target.key, target.mention);
  });
  for (const name of ["mouseover", "focusin"]) {
    text.addEventListener(name, (event) => store.set({ pointed: under(event)?.key ?? null }));
  }
  for (const name of ["mouseleave", "focusout"]) {
    text.addEventListener(name, () => store.set({ pointed: null }));
  }
  store.watch((now) => {
    const lit = placesOf(story.features, now.paragraph);
    for (const node of nodes) {
      const target = targetOf(node);
      if (!target) continue;
      node.classList.toggle("pointed", now.pointed === target.key);
      node.classList.toggle("chosen", now.chosen === target.key);
      node.classList.toggle("here", now.chosen === target.key && now.mention === target.mention);
      node.classList.toggle("lit", lit.has(target.key) && now.paragraph === target.paragraph);
    }
  });
}

/** Every mention's place and number among that place's mentions. */
function byId(features) {
  return new Map(
    features.flatMap(({ key, mentions }) =>
      mentions.map(({ id, paragraph }, mention) => [id, { key, mention, paragraph }]),
    ),
  );
}
