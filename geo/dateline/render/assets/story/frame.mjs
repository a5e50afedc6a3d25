import { tellHeight } from "./height.mjs";

/**
 * What the host asked for in the page's address: the stacked layout, by `layout=stacked` or by the
 * name that pym.js gives to its children.
 *
 * @param {string} search
 * @returns {{stacked: boolean, id: string}}
 */
export function readRequest(search) {
  const asked = new URLSearchParams(search);
  const id = asked.get("childId") ?? "";
  return { stacked: asked.get("layout") === "stacked" || id !== "", id };
}

/**
 * Make the page fit a frame. In a frame of fixed height it stays as it is, with its own scroller;
 * in one that grows with it, the map stands above the text and the host learns the height.
 *
 * @param {HTMLElement} text
 * @param {HTMLElement} stage The map's element.
 * @returns {boolean} Whether the page scrolls, so that the map can follow the text.
 */
export function fitFrame(text, stage) {
  const { stacked, id } = readRequest(location.search);
  if (stacked) {
    document.documentElement.classList.add("stacked");
    text.addEventListener("click", ({ target }) => {
      const mention = target instanceof Element && target.closest("a.mention");
      if (mention) stage.scrollIntoView({ block: "nearest" });
    });
  }
  if (parent === window) return !stacked;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    text.querySelectorAll("a.link, a.source")
  );
  for (const link of links) link.target = "_blank";
  if (stacked) tellHeight(id);
  return !stacked;
}
