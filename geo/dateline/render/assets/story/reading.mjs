/** Where the reader's eyes are, as a share of the text's visible height. */
const EYES = 0.35;

/** Pixels of scrolling after which the reader has left the top of the page. */
const BEGUN = 24;

/**
 * The line that is being read, in pixels from the top of the visible text. Near the start and
 * the end of the page it moves, so that every block is read at some point of the way.
 *
 * @param {number} scrolled Pixels scrolled.
 * @param {number} rest Pixels left to scroll.
 * @param {number} height Visible height in pixels.
 */
export function readingLine(scrolled, rest, height) {
  return Math.max(Math.min(EYES * height, scrolled), height - rest);
}

/**
 * Which block a line runs through, or the last one above it. Blocks stand one below the other, so
 * that few of thousands have to be looked at.
 *
 * @param {number} count Blocks, in reading order.
 * @param {(index: number) => {top: number, bottom: number}} boxOf
 * @param {number} line
 * @returns {number} −1 above and below the text.
 */
export function blockAt(count, boxOf, line) {
  if (!count || line > boxOf(count - 1).bottom) return -1;
  let above = -1;
  let below = count;
  while (below - above > 1) {
    const middle = (above + below) >> 1;
    if (boxOf(middle).top <= line) above = middle;
    else below = middle;
  }
  return above;
}

/**
 * Follow the reader through the text.
 *
 * @param {HTMLElement[]} blocks
 * @param {() => number} covered Pixels at the top of the window that the map covers.
 * @param {(paragraph: string|null) => void} read
 */
export function watchReading(blocks, covered, read) {
  let waiting = false;
  const look = () => {
    waiting = false;
    const root = document.documentElement;
    const top = covered();
    const rest = root.scrollHeight - innerHeight - scrollY;
    const line = top + readingLine(scrollY, rest, innerHeight - top);
    const boxOf = (/** @type {number} */ index) => blocks[index].getBoundingClientRect();
    const index = scrollY < BEGUN ? -1 : blockAt(blocks.length, boxOf, line);
    read(index < 0 ? null : blocks[index].id);
  };
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(look);
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  return look;
}
