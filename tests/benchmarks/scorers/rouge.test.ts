import { expect, test } from "vitest";
import { scoreRouge, wordsOf } from "./rouge.mjs";

/**
 * Summary: the cat sat (3 words); reference: the cat lay on the mat (6 words). Both hold "the" once
 * (the summary has it once) and "cat": 2 of 3, 2 of 6. F1 = 2 * 2 / (3 + 6) = 4/9.
 */
test("counts single words", () => {
  const { precision, recall, f1 } = scoreRouge("The cat sat.", "The cat lay on the mat.", 1);
  expect([precision, recall]).toEqual([2 / 3, 2 / 6]);
  expect(f1).toBeCloseTo(4 / 9, 12);
});

/** Pairs: "the cat", "cat sat" against "the cat", "cat lay", "lay on", "on the", "the mat": 1 of 2, 1 of 5. */
test("counts pairs of words", () => {
  const { precision, recall, f1 } = scoreRouge("The cat sat.", "The cat lay on the mat.", 2);
  expect([precision, recall]).toEqual([1 / 2, 1 / 5]);
  expect(f1).toBeCloseTo(2 / 7, 12);
});

/** "the the the" has three, the reference two: two count. 2 of 3, 2 of 3 ("the", "and", "the"). */
test("counts a word no more often than both have it", () => {
  expect(scoreRouge("the the the", "the and the", 1)).toMatchObject({
    precision: 2 / 3,
    recall: 2 / 3,
  });
});

test("gives nothing for nothing, and all for the same", () => {
  expect(scoreRouge("", "a b", 1)).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(scoreRouge("a", "a b", 2).f1).toBe(0);
  expect(scoreRouge("a b c", "A, b: c!", 2).f1).toBe(1);
});

test("sees letters with their accents and digits, in lower case", () => {
  expect(wordsOf("L’État, 3.5 İl — вода")).toEqual(["l", "état", "3", "5", "i̇l", "вода"]);
});
