import { expect, test } from "vitest";
import { joinLines, scoreSentences } from "./sentences.mjs";

/** Offsets counted by hand: `Ab.` 0 to 3, a space, `Cd.` 4 to 7, `Ef.` glued, a blank line, `Gh.` */
test("joins the lines of a case by what stands before them", () => {
  expect(joinLines("Ab.\nCd.\n+ Ef.\n/ Gh.\n\nIj.\n")).toEqual({
    text: "Ab. Cd.Ef.\nGh.\n\nIj.",
    sentences: [
      { start: 0, end: 3, text: "Ab." },
      { start: 4, end: 7, text: "Cd." },
      { start: 7, end: 10, text: "Ef." },
      { start: 11, end: 14, text: "Gh." },
      { start: 16, end: 19, text: "Ij." },
    ],
  });
});

/**
 * Four sentences expected; three given, the first two of them right and the last two run together.
 * Inner ends: 3 expected, 2 given, 2 of them right, so that F1 is 2 * 2 / (3 + 2).
 */
test("counts sentences with both ends right, and the ends between sentences", () => {
  const { text, sentences } = joinLines("A.\nB.\nC.\nD.");
  const split = () => [
    { start: 0, end: 2 },
    { start: 3, end: 5 },
    { start: 6, end: 11 },
  ];
  expect(scoreSentences([{ about: "", text, sentences }], split)).toEqual({
    exact: 2,
    expected: 4,
    found: 3,
    f1: 4 / 5,
    misses: ["C.", "D."],
  });
});

test("gives full marks to a text of one sentence", () => {
  const { text, sentences } = joinLines("A.");
  const split = () => [{ start: 0, end: 2 }];
  expect(scoreSentences([{ about: "", text, sentences }], split).f1).toBe(1);
});
