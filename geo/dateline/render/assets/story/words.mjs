/**
 * Fill the places in a phrase: `Mention {number} of {total}`.
 *
 * @param {string} phrase
 * @param {Record<string, string|number>} values
 */
export function filled(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));
}

/**
 * Make an element; text only ever becomes text.
 *
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 * @returns {HTMLElement}
 */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * A button that does one thing.
 *
 * @param {string} className
 * @param {string} text
 * @param {(event: MouseEvent) => void} act
 */
export function button(className, text, act) {
  const made = /** @type {HTMLButtonElement} */ (element("button", className, text));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/**
 * A pane of the map that says nothing to a screen reader: what it shows is said elsewhere.
 *
 * @param {L.Map} map
 * @param {string} name
 * @param {string} level
 */
export function silentPane(map, name, level) {
  const pane = map.createPane(name);
  pane.style.zIndex = level;
  pane.setAttribute("aria-hidden", "true");
}

/** Milliseconds after which idle work is done anyway. */
const PATIENCE = 1500;

/**
 * Do something when the browser has nothing better to do.
 *
 * @param {() => void} act
 */
export function whenIdle(act) {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: PATIENCE });
  else setTimeout(act, PATIENCE / 3);
}
