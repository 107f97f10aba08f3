import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { buildShard } from "../../src/site/search/build-shards.js";
import { askedTerm, hitsOf, wordsOf } from "../../src/site/search/search-terms.js";
import { INDEX_OPTIONS, type Shard } from "../../src/site/search/shard.js";
import { editionOf, lineOf } from "./editions.js";
import { pagesOf, siteOf } from "./site-of.js";

const LINES = [
  lineOf("Sınır kapısı Iğdır'da açıldı.", "s-000000000001", "tr"),
  lineOf("وقالت وَالقُوّات الأجنبية إنها ستغادر", "s-000000000002", "ar"),
  lineOf("Иностранные силы начали вывод.", "s-000000000003", "ru"),
  lineOf("Al-Mashri met the U.N. envoy over the ceasefire.", "s-000000000004"),
];

function shardOf(): Shard {
  const edition = editionOf("2021-W18", {
    themes: [{ id: "t", title: "Ateşkes", anchor: null, lines: LINES }],
    keyMessages: LINES.slice(3),
    bottomLine: [],
  });
  const site = siteOf([edition]);
  const issues = site.briefs.flatMap((brief) => brief.issues);
  return JSON.parse(JSON.stringify(buildShard(site, "2021", issues)));
}

describe("an index that was written and read", () => {
  const shard = shardOf();
  const index = MiniSearch.loadJS(
    shard.index as Parameters<typeof MiniSearch.loadJS>[0],
    INDEX_OPTIONS,
  );
  const find = (query: string) =>
    index
      .search(query, { combineWith: "AND", prefix: true, processTerm: askedTerm })
      .map(({ id }) =>
        LINES.indexOf(
          LINES.find(({ text }) => text === shard.lines[id]?.text) ?? (LINES[0] as never),
        ),
      );

  test.each([
    ["sinir igdir", [0]],
    ["SINIR", [0]],
    ["القوات", [1]],
    ["قوات", [1]],
    ["والقوات", [1]],
    ["иностранные", [2]],
    ["un envoy", [3]],
    ["U.N.", [3]],
    ["cease", [3]],
    ["al-masri", []],
    ["ceasefire sinir", []],
    ["__proto__", []],
  ])("gives for %s", (query, found) => {
    expect(find(query)).toEqual(found);
  });

  test("holds each line once, with its themes", () => {
    expect(shard.lines.length).toBe(LINES.length);
    expect(shard.lines.map(({ themes }) => themes)).toEqual(LINES.map(() => ["Ateşkes"]));
    expect(find("ateskes").toSorted()).toEqual([0, 1, 2, 3]);
  });
});

test("marks the words that begin as what was asked for does", () => {
  const text = "وقالت وَالقُوّات الأجنبية";
  const marks = (words: string, query: string) =>
    hitsOf(words, wordsOf(query).map(askedTerm)).map(({ start, end }) => words.slice(start, end));
  expect(marks(text, "قوات")).toEqual(["وَالقُوّات"]);
  expect(marks("Iğdır'da, ığdır", "igdir")).toEqual(["Iğdır", "ığdır"]);
});

test("an issue of another year changes no other year's index", () => {
  const [one, other] = [editionOf("2021-W18"), editionOf("2022-W18")];
  const before = pagesOf(siteOf([one]));
  const after = pagesOf(siteOf([one, other]));
  expect(after.get("assets/index/2021.js")).toBe(before.get("assets/index/2021.js"));
  expect(after.has("assets/index/2022.js")).toBe(true);
});
