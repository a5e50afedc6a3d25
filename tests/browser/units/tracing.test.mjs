import assert from "node:assert/strict";
import { test } from "node:test";
import { flattened, pathOf } from "../../../geo/dateline/render/assets/story/tracing.mjs";

/** The globe as a square of 1000 pixels, of which 100 by 100 in the upper left are seen. */
const FRAME = {
  scale: 1000,
  origin: /** @type {[number, number]} */ ([0, 0]),
  box: /** @type {[number, number, number, number]} */ ([0, 0, 100, 100]),
};

/**
 * @param {number[]} pixels
 * @param {boolean} [filled]
 */
function drawn(pixels, filled = false) {
  const [across, down] = [0, 1].map((odd) => pixels.filter((_, at) => at % 2 === odd));
  const shape = {
    points: Float64Array.from(pixels, (pixel) => pixel / 1000),
    box: /** @type {[number, number, number, number]} */ (
      [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)].map(
        (pixel) => pixel / 1000,
      )
    ),
  };
  return pathOf([shape], FRAME, filled);
}

test("the equator and the zero meridian run through the middle of the globe", () => {
  const [{ points, box }] = flattened([[0, 0, 90, 0]], 1);
  assert.deepEqual([...points], [0.5, 0.5, 0.75, 0.5]);
  assert.deepEqual(box, [0.5, 0.5, 0.75, 0.5]);
});

test("a latitude lies where Web Mercator has it, the poles at the edges", () => {
  // ln tan(45° + 60° / 2) / 2π = 0.2096
  const [{ points }] = flattened([[0, 60, 0, 90, 0, -90]], 1);
  assert.ok(Math.abs(0.5 - points[1] - 0.2096) < 1e-4);
  assert.ok(Math.abs(points[3]) < 1e-9);
  assert.ok(Math.abs(points[5] - 1) < 1e-9);
});

test("a line is drawn in whole pixels, without points that nobody could tell apart", () => {
  assert.equal(drawn([10, 10, 10.3, 10, 10.6, 10, 30, 10, 30.4, 10]), "M10 10l20 0l0 0");
});

test("what lies beside the map is not drawn", () => {
  assert.equal(drawn([120, 10, 140, 10]), "");
});

test("a line that leaves the map and comes back is lifted between", () => {
  assert.equal(
    drawn([90, 10, 110, 10, 130, 10, 130, 20, 110, 20, 90, 20]),
    "M90 10l20 0M110 20l-20 0",
  );
});

test("a ring stays whole around what is seen of it, with no more points than that takes", () => {
  assert.equal(
    drawn([90, 10, 110, 10, 130, 10, 130, 20, 110, 20, 90, 20, 90, 10], true),
    "M90 10l20 0l0 10l-20 0l0 -10z",
  );
});

test("a ring around a corner of the map does not cut the corner", () => {
  assert.equal(
    drawn([-10, 90, -10, -10, 90, -10, -10, 90], true),
    "M-10 90l0 -100l100 0l-100 100z",
  );
});

test("a ring around the whole map is kept", () => {
  const ring = [-50, -50, 150, -50, 150, 150, -50, 150, -50, -50];
  assert.equal(drawn(ring, true), "M-50 -50l200 0l0 200l-200 0l0 -200z");
});
