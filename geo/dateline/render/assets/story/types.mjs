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
 * @typedef {Object} View A place on the map.
 * @property {Feature} feature
 * @property {L.Marker} marker
 * @property {HTMLElement} html What the marker shows: a dot, a name, or both.
 * @property {HTMLElement} text Its name.
 * @property {"pin"|"area"} form
 * @property {L.Path[]} outlines
 * @property {Pixels} offset How far the pin stands from where it belongs.
 * @property {number} rank Importance, from 0.
 * @property {boolean} quiet Whether the reader and the text are at other places.
 * @property {boolean} hidden
 *
 * @typedef {Object} NameView A name on the base map.
 * @property {L.Marker} marker
 * @property {HTMLElement} text
 * @property {number} room Pixels of room that it needs; 0 for towns.
 * @property {[number, number, number][]} spots Latitude, longitude and room in degrees.
 * @property {"pin"|"area"} form
 *
 * @typedef {Object} PageParts The parts of the page around the map; a notebook has none.
 * @property {HTMLElement|null} text
 * @property {HTMLElement[]} blocks
 * @property {HTMLElement|null} list
 * @property {HTMLElement|null} stage The map's own element.
 * @property {HTMLElement|null} announcement
 * @property {HTMLTimeElement|null} date
 *
 * @typedef {ReturnType<typeof import("./state.mjs").createStore<State>>} Store
 * @typedef {ReturnType<typeof import("./actions.mjs").createActions>} Actions
 * @typedef {ReturnType<typeof import("./camera.mjs").createCamera>} Camera
 * @typedef {ReturnType<typeof import("./basemap.mjs").baseNames>} BaseNames
 *
 * @typedef {[number, number]} Pixels From the left and from the top.
 *
 * @typedef {[number, number, number, number]} Box
 * @typedef {[number, number]} LatLng
 * @typedef {number[]} Line Points of a line, east and north in turn, in steps of a grid.
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
