import assert from "node:assert/strict";
import { test } from "node:test";
import { placeLabels } from "../../../geo/dateline/render/assets/story/labels.mjs";

const FRAME = [400, 300];
const pin = (x, y, more = {}) => ({
  form: "pin",
  point: [x, y],
  size: [60, 16],
  must: false,
  ...more,
});

test("a label stands to the right of its dot where it can", () => {
  assert.deepEqual(placeLabels([pin(100, 100)], [], FRAME), ["east"]);
});

test("a label gives way to what is there and to the edge", () => {
  assert.deepEqual(placeLabels([pin(100, 100)], [[110, 90, 200, 110]], FRAME), ["west"]);
  assert.deepEqual(placeLabels([pin(390, 100)], [], FRAME), ["west"]);
});

test("of two in one place the first is shown, the second finds another side or none", () => {
  const sides = placeLabels(
    Array.from({ length: 12 }, () => pin(200, 150)),
    [],
    FRAME,
  );
  assert.equal(sides[0], "east");
  assert.equal(new Set(sides.filter(Boolean)).size, sides.filter(Boolean).length);
  assert.ok(sides.includes(null));
});

test("what must be shown is shown", () => {
  const wall = [[0, 0, 400, 300]];
  assert.deepEqual(placeLabels([pin(200, 150, { must: true })], wall, FRAME), ["east"]);
  assert.deepEqual(placeLabels([pin(200, 150)], wall, FRAME), [null]);
});

test("a dot that is covered takes its label away", () => {
  assert.deepEqual(placeLabels([pin(200, 150, { dot: 4 })], [[195, 145, 205, 155]], FRAME), [null]);
});

test("no two labels overlap", () => {
  const taken = [];
  const labels = Array.from({ length: 80 }, (_, i) => pin((i * 53) % 400, (i * 97) % 300));
  placeLabels(labels, taken, FRAME);
  for (let i = 0; i < taken.length; i++) {
    for (let j = i + 1; j < taken.length; j++) {
      const [a, b] = [taken[i], taken[j]];
      assert.ok(a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3]);
    }
  }
});
