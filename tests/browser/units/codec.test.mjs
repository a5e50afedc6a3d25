import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeLines } from "../../../geo/dateline/render/assets/story/codec.mjs";

test("reads what the Python side writes", () => {
  assert.deepEqual(decodeLines("AACBEgB", 1), [
    [
      [0, 0],
      [-1, 1],
      [15, 3],
    ],
  ]);
  assert.deepEqual(decodeLines("AA oGB", 0.5), [[[0, 0]], [[-0.5, 50]]]);
});

test("an empty text has no lines", () => {
  assert.deepEqual(decodeLines("", 1), []);
  assert.deepEqual(decodeLines(undefined, 1), []);
});
