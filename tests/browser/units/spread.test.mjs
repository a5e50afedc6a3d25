import assert from "node:assert/strict";
import { test } from "node:test";
import { cluster, fan, gather } from "../../../geo/dateline/render/assets/story/spread.mjs";

test("points that are close are one group", () => {
  assert.deepEqual(
    gather(
      [
        [0, 0],
        [100, 0],
        [3, 4],
      ],
      10,
    ),
    [[0, 2], [1]],
  );
});

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

test("a crowd is left where it is", () => {
  const offsets = fan(
    Array.from({ length: 30 }, () => [50, 50]),
    24,
  );
  assert.ok(offsets.every(([x, y]) => x === 0 && y === 0));
});

test("clusters hold every point once", () => {
  const points = Array.from({ length: 500 }, (_, i) => [(i * 37) % 900, (i * 91) % 700]);
  const cells = cluster(points, 60);
  assert.deepEqual(
    cells.flat().sort((a, b) => a - b),
    points.map((_, i) => i),
  );
});
