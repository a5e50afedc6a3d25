/** Between the parts of pym.js's messages. */
const PYM = "xPYMx";

/** Name of the page in messages to a host that gave it none. */
const NAMELESS = "story";

/**
 * What a page says about its height, once in each of the tongues that hosts understand: pym.js
 * 1.3, NPR's Sidechain 1.1 and AMP, Datawrapper's responsive frames.
 *
 * @param {number} height In CSS pixels.
 * @param {string} id Name that the host gave the page, or none.
 */
export function heightMessages(height, id) {
  const name = id || NAMELESS;
  return [
    ["pym", name, "height", height].join(PYM),
    { sentinel: "amp", type: "embed-size", height },
    { "datawrapper-height": { [name]: height } },
  ];
}

/**
 * Tell the host how high the page is, now and whenever that changes.
 *
 * @param {string} id Name that the host gave the page, or none.
 */
export function tellHeight(id) {
  let last = 0;
  const tell = () => {
    last = Math.ceil(document.documentElement.getBoundingClientRect().height);
    for (const message of heightMessages(last, id)) parent.postMessage(message, "*");
  };
  new ResizeObserver(() => {
    if (Math.ceil(document.documentElement.getBoundingClientRect().height) !== last) tell();
  }).observe(document.documentElement);
  addEventListener("load", tell);
  addEventListener("message", ({ data }) => {
    if (typeof data === "string" && data.startsWith(`pym${PYM}`)) tell();
  });
}
