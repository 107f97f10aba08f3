import { expect, test } from "vitest";
import { firstOfEach } from "../../src/cli/terminal.js";
import type { Diagnostic } from "../../src/model/diagnostic.js";

const empty = (index: number): Diagnostic => ({
  code: "empty-article",
  severity: "warning",
  message: "holds no text",
  place: { file: `a.zip/${index}.txt` },
});

test("of thousands of mishaps of one kind twenty are told, then how many more there were", () => {
  const other: Diagnostic = { code: "host", severity: "error", message: "no room is left" };
  const many = Array.from({ length: 70_000 }, (_, index) => empty(index));
  const told = firstOfEach([...many, other]);
  expect(told).toHaveLength(22);
  expect(told.slice(19)).toEqual([
    empty(19),
    other,
    {
      code: "empty-article",
      severity: "warning",
      message: "the same of 69980 more (empty-article)",
    },
  ]);
});

test("as many as twenty are told each", () => {
  const few = Array.from({ length: 20 }, (_, index) => empty(index));
  expect(firstOfEach(few)).toEqual(few);
});
