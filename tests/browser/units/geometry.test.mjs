import assert from "node:assert/strict";
import { test } from "node:test";
import {
  around,
  corners,
  withoutCuts,
} from "../../../geo/dateline/render/assets/story/geometry.mjs";

test("the cut at the antimeridian is no outline", () => {
  const ring = [1700, 600, 1800, 600, 1800, 700, 1700, 700, 1700, 600];
  assert.deepEqual(withoutCuts([ring], 0.1), [
    [1700, 600, 1800, 600],
    [1800, 700, 1700, 700, 1700, 600],
  ]);
});

test("the cuts between cells are no outline, a slanting edge between two cuts is", () => {
  const ring = [300, 200, 300, 500, 500, 500, 500, 200, 300, 200];
  assert.deepEqual(withoutCuts([ring], 0.01, 5), [
    [300, 200, 300, 500],
    [500, 200, 300, 200],
  ]);
  const slanting = [500, 200, 700, 500];
  assert.deepEqual(withoutCuts([slanting], 0.01, 5), [slanting]);
});

test("boxes are joined and turned into corners", () => {
  assert.deepEqual(
    around([
      [1, 2, 3, 4],
      [0, 5, 2, 6],
    ]),
    [0, 2, 3, 6],
  );
  assert.deepEqual(corners([1, 2, 3, 4]), [
    [2, 1],
    [4, 3],
  ]);
});
