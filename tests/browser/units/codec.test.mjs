import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeLines } from "../../../geo/dateline/render/assets/story/codec.mjs";

test("reads what the Python side writes", () => {
  assert.deepEqual(decodeLines("AACBEgB"), [[0, 0, 1, -1, 3, 15]]);
  assert.deepEqual(decodeLines("AA oGB"), [
    [0, 0],
    [100, -1],
  ]);
});

test("an empty text has no lines", () => {
  assert.deepEqual(decodeLines(""), []);
  assert.deepEqual(decodeLines(undefined), []);
});
