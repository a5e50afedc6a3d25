import assert from "node:assert/strict";
import { test } from "node:test";

const assets = "../../../geo/dateline/render/assets/index/";
const { gather } = await import(`${assets}gathering.mjs`);
const { placeHash, readRoute } = await import(`${assets}route.mjs`);
const { createSearch, folded } = await import(`${assets}search.mjs`);

test("points of one cell are gathered, their middle keeps off its edges", () => {
  const groups = gather(
    [
      [10, 10],
      [3, 50],
      [70, 10],
      [130, 130],
    ],
    64,
    20,
  );
  assert.deepEqual(
    groups.map(({ members, at }) => [members, at]),
    [
      [
        [0, 1],
        [20, 30],
      ],
      [[2], [70, 10]],
      [[3], [130, 130]],
    ],
  );
  assert.equal(new Set(groups.map(({ name }) => name)).size, 3);
});

test("cells lie still where the map is west or north of its origin", () => {
  const [group] = gather(
    [
      [-70, -10],
      [-100, -20],
    ],
    64,
    20,
  );
  assert.deepEqual(group.at, [-85, -20]);
});

test("addresses are read, broken ones as the list", () => {
  assert.deepEqual(readRoute("#place-s%C3%A3o"), { place: "são" });
  assert.deepEqual(readRoute("article-a"), { article: "a" });
  assert.deepEqual(readRoute("#a3-p14"), { passage: "a3-p14" });
  assert.deepEqual(readRoute("#places"), { list: "places" });
  for (const hash of ["", "#articles", "#p3", "#%E0%A4%A", "#a3-p4x"]) {
    assert.deepEqual(readRoute(hash), { list: "articles" });
  }
  assert.deepEqual(readRoute(placeHash("a b/c%")), { place: "a b/c%" });
});

const sites = [
  { key: "lodz", name: "Łódź", description: "city in Poland", where: [{ article: 1 }] },
  { key: "sao-tome", name: "São Tomé", description: "capital", where: [{ article: 2 }] },
];
const search = createSearch(
  sites,
  new Map([
    [1, "Mills"],
    [2, "Cocoa, A. Writer"],
    [3, "Rain"],
  ]),
);

test("places are found without accents, articles by headline and by place", () => {
  assert.equal(folded("São Tomé"), "sao tome");
  assert.equal(search("  "), null);
  assert.deepEqual(search("lodz"), search("ŁÓDŹ"));
  assert.deepEqual(search("tome SAO"), { places: new Set(["sao-tome"]), articles: new Set([2]) });
  assert.deepEqual(search("poland"), { places: new Set(["lodz"]), articles: new Set([1]) });
  assert.deepEqual(search("rain"), { places: new Set(), articles: new Set([3]) });
  assert.deepEqual(search("rain poland"), { places: new Set(), articles: new Set() });
});
