/** What a conflict says in a sentence. */
import { describe, expect, it } from "vitest";
import { conflictNote } from "../../src/inspect/conflict-note.js";
import type { Conflict } from "../../src/model/analysis.js";

const noteOf = (kind: Conflict["kind"], params: Conflict["params"]): string =>
  conflictNote({ kind, theme: null, ranges: [], articles: [], params });

describe("the note of a conflict", () => {
  it.each([
    [["Ana Ruiz"], "Ana Ruiz denies"],
    [["Ana Ruiz", "the ministry"], "Ana Ruiz and the ministry deny"],
    [["Ana Ruiz", "the ministry", "the police"], "Ana Ruiz, the ministry and the police deny"],
    [["officials in the capital"], "officials in the capital deny"],
    [["two diplomats"], "two diplomats deny"],
    [["the minister of foreign affairs"], "the minister of foreign affairs denies"],
    [["the United Nations"], "the United Nations denies"],
    [["local news"], "local news denies"],
  ])("has %j deny in their number", (names, words) => {
    expect(noteOf("denial", { names })).toBe(`${words} what other words here say.`);
  });

  it("writes figures with separators, and a bound only where there is one", () => {
    const sums = { parts: ["13000", "11000"], sum: 24000, total: 20000 };
    expect(noteOf("does-not-add-up", { ...sums, bound: "more-than" })).toBe(
      "The parts 13,000 + 11,000 come to 24,000, which does not fit the total: more than 20,000.",
    );
    expect(noteOf("does-not-add-up", { ...sums, bound: "exactly" })).toBe(
      "The parts 13,000 + 11,000 come to 24,000, which does not fit the total: 20,000.",
    );
  });
});
