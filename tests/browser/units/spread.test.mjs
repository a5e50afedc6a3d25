import assert from "node:assert/strict";
import { test } from "node:test";
import { cluster, fan } from "../../../geo/dateline/render/assets/story/spread.mjs";

test("a fan keeps pins apart and leaves single pins where they are", () => {
  for (const count of [2, 3, 5, 6]) {
    const points = [...Array.from({ length: count }, () => [50, 50]), [300, 300]];
    const offsets = fan(points, 24);
    const placed = points.map(([x, y], i) => [x + offsets[i][0], y + offsets[i][1]]);
    assert.deepEqual(placed[count], [300, 300]);
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const apart = Math.hypot(placed[i][0] - placed[j][0], placed[i][1] - placed[j][1]);
        assert.ok(apart > 20, `${count} pins, ${apart} apart`);
      }
    }
  }
});

test("neighbours on a line are told apart too, and no pin goes far", () => {
  const points = Array.from({ length: 40 }, (_, i) => [100 + i * 9, 200]);
  const offsets = fan(points, 24);
  assert.ok(offsets.every(([x, y]) => Math.hypot(x, y) <= 26.01));
  const four = points.slice(0, 4);
  const placed = fan(four, 24).map(([dx, dy], i) => [four[i][0] + dx, four[i][1] + dy]);
  for (let i = 1; i < placed.length; i++) {
    assert.ok(Math.hypot(placed[i][0] - placed[i - 1][0], placed[i][1] - placed[i - 1][1]) > 20);
  }
});

test("a fan is the same wherever the map has been dragged to", () => {
  const points = [
    [10, 10],
    [18, 12],
    [14, 20],
  ];
  const moved = points.map(([x, y]) => [x + 4096, y - 512]);
  assert.deepEqual(
    fan(points, 24).map((offset) => offset.map((n) => n.toFixed(6))),
    fan(moved, 24).map((offset) => offset.map((n) => n.toFixed(6))),
  );
});

test("clusters hold every point once", () => {
  const points = Array.from({ length: 500 }, (_, i) => [(i * 37) % 900, (i * 91) % 700]);
  const cells = cluster(points, 60);
  assert.deepEqual(
    cells.flat().sort((a, b) => a - b),
    points.map((_, i) => i),
  );
});
