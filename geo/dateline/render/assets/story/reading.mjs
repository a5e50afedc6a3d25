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
 * Which block a line runs through, or the last one above it.
 *
 * @param {{top: number, bottom: number}[]} boxes In reading order.
 * @param {number} line
 * @returns {number} −1 above and below the text.
 */
export function blockAt(boxes, line) {
  if (!boxes.length || line > boxes[boxes.length - 1].bottom) return -1;
  return boxes.findLastIndex((box) => box.top <= line);
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
    const boxes = blocks.map((block) => block.getBoundingClientRect());
    const index = scrollY < BEGUN ? -1 : blockAt(boxes, line);
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
