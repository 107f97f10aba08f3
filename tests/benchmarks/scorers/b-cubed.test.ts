import { expect, test } from "vitest";
import { scoreBCubed } from "./b-cubed.mjs";

function clusters(...groups: readonly string[]): Map<string, string> {
  return new Map(groups.flatMap((group) => [...group].map((item) => [item, group] as const)));
}

const truth = clusters("abc", "de");

test("the true clusters score 1", () => {
  expect(scoreBCubed(clusters("abc", "de"), truth)).toEqual({ precision: 1, recall: 1, f1: 1 });
});

test("a cluster that mixes two is worked out item by item", () => {
  // ab | cde. Precision: a 2/2, b 2/2, c 1/3, d 2/3, e 2/3: 11/3 of 5. Recall: a 2/3, b 2/3,
  // c 1/3, d 2/2, e 2/2: 11/3 of 5. Both 11/15, and so is F1.
  const { precision, recall, f1 } = scoreBCubed(clusters("ab", "cde"), truth);
  expect(precision).toBeCloseTo(11 / 15, 10);
  expect(recall).toBeCloseTo(11 / 15, 10);
  expect(f1).toBeCloseTo(11 / 15, 10);
});

test("single ones are precise and recall little", () => {
  // Recall: a, b, c 1/3 each, d, e 1/2 each: 2 of 5.
  const { precision, recall } = scoreBCubed(clusters("a", "b", "c", "d", "e"), truth);
  expect(precision).toBeCloseTo(1, 10);
  expect(recall).toBeCloseTo(2 / 5, 10);
});
