import { expect, test } from "vitest";
import { saidBefore } from "../../src/summary/said-before.js";

const unit = (text: string) => ({
  article: "a",
  origin: "a",
  start: 0,
  end: text.length,
  position: 0,
  words: text.toLowerCase().split(" "),
});

const PRINTED = unit("about 340000 households will have water for six hours a day from friday");
const SHORTER = unit("households will have water for six hours a day");
const OTHER = unit("farmers will have aid for the failed harvest from friday");

test("knows a statement that a longer one holds", () => {
  const isSaid = saidBefore([PRINTED], [PRINTED, SHORTER, OTHER]);
  expect([isSaid(SHORTER), isSaid(OTHER)]).toEqual([PRINTED, null]);
});

test("takes nothing for said where nothing is printed", () => {
  expect(saidBefore([], [SHORTER])(SHORTER)).toBeNull();
});
