import assert from "node:assert/strict";
import { test } from "node:test";
import { readRequest } from "../../../geo/dateline/render/assets/story/frame.mjs";
import { heightMessages } from "../../../geo/dateline/render/assets/story/height.mjs";

for (const [search, stacked, id] of [
  ["", false, ""],
  ["?layout=wide", false, ""],
  ["?layout=stacked", true, ""],
  ["?a=1&layout=stacked&b", true, ""],
  ["?initialWidth=700&childId=map-1&parentTitle=A&parentUrl=B", true, "map-1"],
  ["?childId=", false, ""],
  ["?childId=%3Cb%3E&layout=stacked", true, "<b>"],
]) {
  test(`what a host asks for with "${search}"`, () => {
    assert.deepEqual(readRequest(search), { stacked, id });
  });
}

test("the height is told in each tongue", () => {
  assert.deepEqual(heightMessages(1234, "map-1"), [
    "pymxPYMxmap-1xPYMxheightxPYMx1234",
    { sentinel: "amp", type: "embed-size", height: 1234 },
    { "datawrapper-height": { "map-1": 1234 } },
  ]);
});

test("a host that gave no name hears one", () => {
  assert.equal(heightMessages(9, "")[0], "pymxPYMxstoryxPYMxheightxPYMx9");
});
