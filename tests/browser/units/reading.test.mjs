import assert from "node:assert/strict";
import { test } from "node:test";
import { readHash } from "../../../geo/dateline/render/assets/story/address.mjs";
import { blockAt, readingLine } from "../../../geo/dateline/render/assets/story/reading.mjs";
import {
  createStore,
  initialState,
  nextMention,
  placesOf,
} from "../../../geo/dateline/render/assets/story/state.mjs";
import { filled } from "../../../geo/dateline/render/assets/story/words.mjs";

test("the reading line moves from the top to the bottom and rests in between", () => {
  assert.equal(readingLine(0, 5000, 1000), 0);
  assert.equal(readingLine(100, 4900, 1000), 100);
  assert.equal(readingLine(2000, 3000, 1000), 350);
  assert.equal(readingLine(4900, 100, 1000), 900);
  assert.equal(readingLine(5000, 0, 1000), 1000);
});

test("the reading line never jumps", () => {
  let before = readingLine(0, 5000, 1000);
  for (let scrolled = 1; scrolled <= 5000; scrolled++) {
    const line = readingLine(scrolled, 5000 - scrolled, 1000);
    assert.ok(Math.abs(line - before) <= 1);
    before = line;
  }
});

test("a line is in one block, between two in the upper one, outside in none", () => {
  const boxes = [
    { top: 0, bottom: 90 },
    { top: 100, bottom: 190 },
    { top: 200, bottom: 290 },
  ];
  const at = (line) => blockAt(3, (index) => boxes[index], line);
  assert.equal(at(50), 0);
  assert.equal(at(95), 0);
  assert.equal(at(100), 1);
  assert.equal(at(200), 2);
  assert.equal(at(-1), -1);
  assert.equal(at(291), -1);
  assert.equal(
    blockAt(0, (index) => boxes[index], 5),
    -1,
  );
});

test("of thousands of blocks few are looked at", () => {
  let looked = 0;
  const boxOf = (index) => {
    looked += 1;
    return { top: 10 * index, bottom: 10 * index + 8 };
  };
  assert.equal(blockAt(4000, boxOf, 12345), 1234);
  assert.ok(looked <= 14);
});

const minsk = {
  key: "minsk",
  mentions: [{ paragraph: "p2" }, { paragraph: "p2" }, { paragraph: "p9" }, { paragraph: "p10" }],
};

test("a pin leads to the next mention from where the reader is, and around", () => {
  const at = (paragraph, chosen = null, mention = 0) => ({ paragraph, chosen, mention });
  assert.equal(nextMention(minsk, at(null)), 0);
  assert.equal(nextMention(minsk, at("p3")), 2);
  assert.equal(nextMention(minsk, at("p10")), 3);
  assert.equal(nextMention(minsk, at("p11")), 0);
  assert.equal(nextMention(minsk, at("p2", "minsk", 0)), 1);
  assert.equal(nextMention(minsk, at("p10", "minsk", 3)), 0);
});

test("a paragraph has its places", () => {
  assert.deepEqual([...placesOf([minsk], "p9")], ["minsk"]);
  assert.deepEqual([...placesOf([minsk], "p5")], []);
  assert.deepEqual([...placesOf([minsk], null)], []);
});

test("watchers hear of changes, and of nothing else", () => {
  const store = createStore(initialState());
  const heard = [];
  store.watch((now, before) => heard.push([before.chosen, now.chosen]));
  store.set({ chosen: "minsk" });
  store.set({ chosen: "minsk" });
  store.set({ chosen: null });
  assert.deepEqual(heard, [
    [null, "minsk"],
    ["minsk", null],
  ]);
});

test("addresses are read, whatever they say", () => {
  assert.deepEqual(readHash("#place-minsk"), { place: "minsk" });
  assert.deepEqual(readHash("#place-%D0%BC%D0%B8%D0%BD%D1%81%D0%BA"), { place: "минск" });
  assert.deepEqual(readHash("#p4"), { paragraph: "p4" });
  assert.deepEqual(readHash("#m-12"), { mention: "m-12" });
  assert.deepEqual(readHash("#places"), {});
  assert.deepEqual(readHash("#place-%E0%A4%A"), { place: "%E0%A4%A" });
  assert.deepEqual(readHash(""), {});
});

test("phrases are filled with values, not with each other", () => {
  assert.equal(filled("Mention {number} of {total}", { number: 2, total: 5 }), "Mention 2 of 5");
  assert.equal(filled("{a}", { a: "{b}", b: "no" }), "{b}");
  assert.equal(filled("{unknown}", {}), "{unknown}");
});
