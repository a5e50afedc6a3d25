/** Milliseconds after which a scroll of our own is over. */
const SCROLL_END = 900;
const JUMP_END = 100;

/**
 * Bring a node to the middle of the visible text, in this window and no other.
 *
 * @param {HTMLElement} node
 * @param {HTMLElement|null} stage
 * @param {() => void} done
 */
export function scrollToMiddle(node, stage, done) {
  if (document.documentElement.classList.contains("stacked")) {
    node.scrollIntoView({ block: "center" });
    setTimeout(done, JUMP_END);
    return;
  }
  const covered = coveredTop(stage);
  const box = node.getBoundingClientRect();
  const middle = covered + (innerHeight - covered) / 2;
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollTo({
    top: scrollY + (box.top + box.bottom) / 2 - middle,
    behavior: smooth ? "smooth" : "auto",
  });
  setTimeout(done, smooth ? SCROLL_END : JUMP_END);
}

/**
 * Whether the map stands beside the text rather than above it.
 *
 * @param {HTMLElement} stage
 */
export function isBeside(stage) {
  return stage.getBoundingClientRect().width <= innerWidth * 0.9;
}

/**
 * Pixels that a map above the text covers.
 *
 * @param {HTMLElement|null} stage
 */
export function coveredTop(stage) {
  if (!stage || isBeside(stage)) return 0;
  const { top, bottom } = stage.getBoundingClientRect();
  return top < innerHeight / 2 ? Math.max(bottom, 0) : 0;
}

/**
 * Whether a part of the text is on the screen and not under the map.
 *
 * @param {HTMLElement} node
 * @param {HTMLElement|null} stage
 */
export function inSight(node, stage) {
  const { top, bottom } = node.getBoundingClientRect();
  const stuck = stage !== null && stage.getBoundingClientRect().top < 1;
  return bottom > (stuck ? coveredTop(stage) : 0) && top < innerHeight;
}
