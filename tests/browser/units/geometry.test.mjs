import assert from "node:assert/strict";
import { test } from "node:test";
import {
  around,
  corners,
  turned,
  withoutCuts,
} from "../../../geo/dateline/render/assets/story/geometry.mjs";

test("lines turn around the globe", () => {
  assert.deepEqual(turned([[[50, 10]]], -360), [[[50, -350]]]);
  assert.deepEqual(turned([[[50, 10]]], 0), [[[50, 10]]]);
});

test("the cut at the antimeridian is no outline", () => {
  const ring = [
    [60, 170],
    [60, 180],
    [70, 180],
    [70, 170],
    [60, 170],
  ];
  assert.deepEqual(withoutCuts([ring], 0.1), [
    [
      [60, 170],
      [60, 180],
    ],
    [
      [70, 180],
      [70, 170],
      [60, 170],
    ],
  ]);
});

test("the cuts between cells are no outline, a slanting edge between two cuts is", () => {
  const ring = [
    [2, 3],
    [5, 3],
    [5, 5],
    [2, 5],
    [2, 3],
  ];
  const cut = withoutCuts([ring], 0.01, 5);
  assert.deepEqual(cut, [
    [
      [2, 3],
      [5, 3],
    ],
    [
      [2, 5],
      [2, 3],
    ],
  ]);
  const slanting = [
    [2, 5],
    [5, 7],
  ];
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
