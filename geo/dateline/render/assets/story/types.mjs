/**
 * Shapes of the data that the page hands to the script; written by `render/payload.py`.
 *
 * @typedef {Object} Mention
 * @property {string} id Fragment of the mention in the text.
 * @property {string} paragraph Fragment of the block it stands in.
 *
 * @typedef {Object} Feature
 * @property {string} key Slug; the page's fragment is `place-<key>`.
 * @property {string} name
 * @property {string} description
 * @property {"pin"|"area"|"line"} shape
 * @property {"literal"|"associative"} kind
 * @property {boolean} uncertain
 * @property {boolean} vague Whether its outline is nobody's border: a sea, a range.
 * @property {boolean} broad Whether it is so much larger than the story that it is only a wash.
 * @property {boolean} bordered Whether the base map draws its border.
 * @property {"sure"|"likely"|"unsure"} confidence
 * @property {string} reason
 * @property {string[]} alternatives
 * @property {[number, number]} at Longitude and latitude of the pin or label, in degrees.
 * @property {Box} box West, south, east, north in degrees; east may exceed 180.
 * @property {string} outline Coded lines, see codec.mjs.
 * @property {Mention[]} mentions In text order.
 *
 * @typedef {Object} BaseName
 * @property {string} name
 * @property {"country"|"region"|"capital"|"town"} sort
 * @property {[number, number, number][]} spots Longitude, latitude and room around, in degrees.
 *
 * @typedef {Object} Cells
 * @property {number} step Degrees between grid lines.
 * @property {number} cell Side of the cells that outlines are cut into, in degrees.
 * @property {Box} box What the cells cover.
 * @property {Record<string, string>} lines Coded outlines by layer, see codec.mjs.
 *
 * @typedef {Object} BaseMap
 * @property {Cells} world
 * @property {Cells} [detail]
 * @property {BaseName[]} names
 *
 * @typedef {Object} Tiles
 * @property {string} url
 * @property {string} subdomains
 * @property {number} zoom
 * @property {string} attribution
 * @property {string[]} hosts
 *
 * @typedef {Object} Story
 * @property {Record<string, string>} words
 * @property {Box} view
 * @property {number} grid Degrees between grid lines.
 * @property {Feature[]} features
 * @property {BaseMap} base
 * @property {Tiles} [tiles]
 *
 * @typedef {ReturnType<typeof import("./state.mjs").createStore>} Store
 * @typedef {ReturnType<typeof import("./actions.mjs").createActions>} Actions
 *
 * @typedef {[number, number, number, number]} Box
 * @typedef {[number, number]} LatLng
 *
 * @typedef {Object} State What is going on; see state.mjs.
 * @property {string|null} paragraph Fragment of the block being read, null for the whole story.
 * @property {string|null} chosen Key of the place that the reader chose.
 * @property {number} mention Which of its mentions is meant, from 0.
 * @property {string|null} pointed Key of the place under the pointer or the keyboard's focus.
 * @property {boolean} follow Whether the map follows the text.
 * @property {boolean} passing Whether places named in passing are shown.
 */
export {};
