import { filled } from "./words.mjs";

/**
 * Say once, politely, what a choice has brought into view.
 *
 * @param {import("./types.mjs").Story} story
 * @param {import("./types.mjs").Store} store
 * @param {HTMLElement|null} region The page's live region.
 */
export function announceChoices(story, store, region) {
  if (!region) return;
  store.watch((now, before) => {
    if (now.chosen === before.chosen && now.mention === before.mention) return;
    const feature = story.features.find(({ key }) => key === now.chosen);
    region.textContent = feature ? sentence(story.words, feature, now.mention) : "";
  });
}

/**
 * What is said: the place, and which of its mentions the text now shows.
 *
 * @param {Record<string, string>} words
 * @param {import("./types.mjs").Feature} feature
 * @param {number} mention
 */
function sentence(words, { name, description, mentions }, mention) {
  const what = description ? `${name}${words.comma}${description}` : name;
  return `${what}. ${filled(words.mention_of, { number: mention + 1, total: mentions.length })}`;
}
