/**
 * Shapes of the data that the index page hands to its script; written by `render/index_payload.py`.
 *
 * @typedef {Object} Where One article's part in a place.
 * @property {number} article Number of the article on the page, from 1.
 * @property {number[]} passages Numbers of its paragraphs that name the place.
 *
 * @typedef {Object} Listed What a place is in a collection.
 * @property {number} count Mentions in all articles.
 * @property {Where[]} where In the order of the page.
 *
 * @typedef {import("../story/types.mjs").Feature & Listed} Site
 *
 * @typedef {Omit<import("../story/types.mjs").Story, "features"> & Collected} Atlas
 *
 * @typedef {Object} Collected
 * @property {Site[]} features The most mentioned first.
 * @property {import("../story/types.mjs").Box[]} views Where each article takes place, in the order
 *   of the page.
 *
 * @typedef {Object} Report An article on the page.
 * @property {string} name
 * @property {number} number From 1.
 * @property {HTMLElement} node
 *
 * @typedef {Object} IndexState What is going on.
 * @property {"articles"|"places"} list Which list is shown, or was shown last.
 * @property {string|null} place Key of the place that the reader chose.
 * @property {string|null} article Name of the article that the reader chose.
 * @property {string} query What the reader looks for.
 * @property {string|null} pointed Key of the place under the pointer or the keyboard's focus.
 *
 * @typedef {ReturnType<typeof import("../story/state.mjs").createStore<IndexState>>} IndexStore
 * @typedef {ReturnType<typeof import("../story/camera.mjs").createCamera>} Camera
 */
export {};
