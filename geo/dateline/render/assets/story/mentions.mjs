/** @typedef {{key: string, mention: number, paragraph: string}} Target What a mention leads to. */

/** @typedef {(event: Event) => Target|undefined} Under Finds the mention that an event is about. */

/** Milliseconds that a pointer rests on a mention before the map moves to its place. */
const REST = 150;

/**
 * Bind the text's mentions to the map, both ways.
 *
 * @param {HTMLElement} text Where the mentions are.
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Store} store
 * @param {import("./types.mjs").Actions} actions
 */
export function bindMentions(text, story, store, { look, peek }) {
  const targets = byId(story.features);
  const nodes = /** @type {NodeListOf<HTMLElement>} */ (text.querySelectorAll("[data-mention]"));
  /** @param {HTMLElement} node */
  const targetOf = (node) => targets.get(`m-${node.dataset.mention}`);
  /** @type {Under} */
  const under = ({ target }) => {
    const node = target instanceof Element ? target.closest("a.mention") : null;
    return node instanceof HTMLElement ? targetOf(node) : undefined;
  };
  text.addEventListener("click", (event) => {
    const target = under(event);
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    look(target.key, target.mention);
  });
  watchPointer(text, under, store, peek);
  watchState(nodes, targetOf, store);
}

/**
 * Show in the text what is lit, chosen and pointed at; only what changes is touched, because there
 * may be thousands of mentions.
 *
 * @param {Iterable<HTMLElement>} nodes
 * @param {(node: HTMLElement) => Target|undefined} targetOf
 * @param {import("./types.mjs").Store} store
 */
function watchState(nodes, targetOf, store) {
  /** @type {ReturnType<typeof groupsOf>|undefined} */
  let groups;
  store.watch((now, before) => {
    groups ??= groupsOf(nodes, targetOf);
    const { byPlace, byBlock } = groups;
    const changed = [now, before].flatMap(({ pointed, chosen, paragraph }) => [
      byPlace.get(pointed ?? ""),
      byPlace.get(chosen ?? ""),
      byBlock.get(paragraph ?? ""),
    ]);
    for (const node of changed.flatMap((some) => some ?? [])) {
      const target = targetOf(node);
      if (!target) continue;
      node.classList.toggle("pointed", now.pointed === target.key);
      node.classList.toggle("chosen", now.chosen === target.key);
      node.classList.toggle("here", now.chosen === target.key && now.mention === target.mention);
      node.classList.toggle("lit", now.paragraph === target.paragraph);
    }
  });
}

/**
 * The mentions of each place and of each block.
 *
 * @param {Iterable<HTMLElement>} nodes
 * @param {(node: HTMLElement) => Target|undefined} targetOf
 */
function groupsOf(nodes, targetOf) {
  /** @type {Map<string, HTMLElement[]>} */
  const byPlace = new Map();
  /** @type {Map<string, HTMLElement[]>} */
  const byBlock = new Map();
  for (const node of nodes) {
    const target = targetOf(node);
    if (!target) continue;
    gather(byPlace, target.key, node);
    gather(byBlock, target.paragraph, node);
  }
  return { byPlace, byBlock };
}

/**
 * Add a node to a group.
 *
 * @param {Map<string, HTMLElement[]>} groups
 * @param {string} name
 * @param {HTMLElement} node
 */
function gather(groups, name, node) {
  const group = groups.get(name);
  if (group) group.push(node);
  else groups.set(name, [node]);
}

/**
 * Light the place of the mention under the pointer, the finger or the keyboard's focus at once,
 * and bring it into view when the pointer rests there. Text that scrolls under a pointer which
 * does not move is not pointed at.
 *
 * @param {HTMLElement} text
 * @param {Under} under
 * @param {import("./types.mjs").Store} store
 * @param {(key: string) => void} peek
 */
function watchPointer(text, under, store, peek) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let resting;
  /** @param {Event} event */
  const follow = (event) => {
    const key = under(event)?.key ?? null;
    if (key === store.get().pointed) return;
    clearTimeout(resting);
    store.set({ pointed: key });
    if (key !== null && event.type === "mousemove") resting = setTimeout(peek, REST, key);
  };
  const leave = () => {
    clearTimeout(resting);
    store.set({ pointed: null });
  };
  let at = "";
  text.addEventListener("mousemove", (event) => {
    const now = `${event.screenX} ${event.screenY}`;
    if (now !== at) follow(event);
    at = now;
  });
  for (const name of ["pointerdown", "focusin"]) text.addEventListener(name, follow);
  for (const name of ["mouseleave", "focusout"]) text.addEventListener(name, leave);
}

/**
 * Every mention's place and number among that place's mentions.
 *
 * @param {import("./types.mjs").Feature[]} features
 * @returns {Map<string, Target>}
 */
function byId(features) {
  return new Map(
    features.flatMap(({ key, mentions }) =>
      mentions.map(
        ({ id, paragraph }, mention) =>
          /** @type {[string, Target]} */ ([id, { key, mention, paragraph }]),
      ),
    ),
  );
}
