import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  counted,
  groundLength,
  mentionedIn,
} from "../../../geo/dateline/render/assets/story/counting.mjs";

const FOLDER = new URL("../../../geo/dateline/render/assets/words/", import.meta.url);

/** @param {string} language */
function wordsOf(language) {
  return JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), "utf-8"));
}

for (const [language, count, phrase] of [
  ["en", 1, "Mentioned once"],
  ["en", 1200, "Mentioned 1,200 times"],
  ["de", 2, "2-mal erwähnt"],
  ["fr", 3, "Cité 3 fois"],
  ["ru", 1, "Упомянуто 1 раз"],
  ["ru", 2, "Упомянуто 2 раза"],
  ["ru", 11, "Упомянуто 11 раз"],
  ["ru", 22, "Упомянуто 22 раза"],
  ["uk", 3, "Згадано 3 рази"],
  ["uk", 5, "Згадано 5 разів"],
  ["ar", 1, "ذُكر مرة واحدة"],
  ["ar", 2, "ذُكر مرتين"],
  ["ar", 7, "ذُكر 7 مرات"],
  ["ar", 30, "ذُكر 30 مرة"],
  ["he", 2, "נזכר פעמיים"],
]) {
  test(`${count} mentions in ${language}`, () => {
    assert.equal(counted(wordsOf(language), "mentioned", count), phrase);
  });
}

for (const [language, blocks, phrase] of [
  ["en", [2], "Mentioned once in paragraph 2"],
  ["en", [2, 5, 5], "Mentioned 3 times in paragraphs 2 and 5"],
  ["de", [2, 5, 9], "3-mal erwähnt in den Absätzen 2, 5 und 9"],
  ["es", [2, 5], "Mencionado 2 veces, párrafos 2 y 5"],
  ["ru", [2, 5], "Упомянуто 2 раза, абзацы 2 и 5"],
  ["ar", [2, 5], "ذُكر مرتين، الفقرتان 2 و5"],
]) {
  test(`where the text has a place, in ${language}: ${blocks}`, () => {
    const mentions = blocks.map((block, index) => ({ id: `m-${index}`, paragraph: `p${block}` }));
    assert.equal(mentionedIn(wordsOf(language), mentions), phrase);
  });
}

for (const [language, metres, length] of [
  ["en", 500, "500 m"],
  ["de", 20000, "20 km"],
  ["ru", 20000, "20 км"],
  ["ar", 3000, "3 كم"],
]) {
  test(`${metres} metres in ${language}`, () => {
    assert.equal(groundLength(wordsOf(language), metres).replace(/\s/g, " "), length);
  });
}
