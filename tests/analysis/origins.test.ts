import { expect, test } from "vitest";
import { findOrigins } from "../../src/analysis/reprints/origins.js";
import type { Outlet } from "../../src/model/lexicon.js";

function outlet(
  id: string,
  owner: string,
  kind: Outlet["kind"],
  republishes: string[] = [],
): Outlet {
  return { id, names: [id], owner, kind, grade: null, republishes, restricted: [] };
}

const OUTLETS = [
  outlet("herald", "State of Ruritania", "state"),
  outlet("radio", "State of Ruritania", "state"),
  outlet("mirror", "private, Ruritania", "private"),
  outlet("echo", "private, Ruritania", "private"),
  outlet("portal", "private portal", "aggregator", ["radio"]),
];

const LEXICON = { outlets: { version: "1", outlets: OUTLETS } };

const report = (id: string, name: string | null) => ({
  id,
  file: id,
  published: null,
  inferred: null,
  outlet: name,
});

/** Whether articles of two outlets, or of none, are of one origin. */
function areOne(first: string | null, second: string | null, members: string[] = []): boolean {
  const articles = [report("a-1", first), report("a-2", second)];
  const originOf = findOrigins(articles, [{ members }], LEXICON);
  return originOf("a-1") === originOf("a-2");
}

test("outlets that a state owns, and what republishes them, are one publisher", () => {
  expect(areOne("herald", "radio")).toBe(true);
  expect(areOne("portal", "radio")).toBe(true);
  expect(areOne("portal", "Herald")).toBe(true);
});

test("outlets in private hands are publishers of their own", () => {
  expect(areOne("mirror", "echo")).toBe(false);
});

test("articles without an outlet are one origin as copies alone", () => {
  expect(areOne(null, null)).toBe(false);
  expect(areOne(null, null, ["a-1", "a-2"])).toBe(true);
});

test("a copy that two outlets carry leaves what they write themselves apart", () => {
  const articles = [
    report("a-1", "mirror"),
    report("a-2", "echo"),
    report("b-1", "mirror"),
    report("b-2", "echo"),
  ];
  const originOf = findOrigins(articles, [{ members: ["a-1", "a-2"] }], LEXICON);
  expect(originOf("a-2")).toBe(originOf("a-1"));
  expect(originOf("b-1")).not.toBe(originOf("b-2"));
});

test("an origin is the same whatever the order of the articles", () => {
  const articles = ["a-1", "a-2", "a-3"].map((id) => report(id, id === "a-3" ? "radio" : "herald"));
  const [given, turned] = [articles, [...articles].reverse()].map((list) => {
    const originOf = findOrigins(list, [], LEXICON);
    return articles.map(({ id }) => originOf(id));
  });
  expect(turned).toEqual(given);
});
