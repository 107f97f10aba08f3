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

/** Whether articles of two outlets, or of none, are of one origin. */
function areOne(first: string | null, second: string | null, members: string[] = []): boolean {
  const articles = [
    { id: "a-1", outlet: first },
    { id: "a-2", outlet: second },
  ];
  const lexicon = { outlets: { version: "1", outlets: OUTLETS } };
  const originOf = findOrigins(articles, [{ members }], lexicon);
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
