/** The scorers of themes against examples worked by hand. */
import { describe, expect, it } from "vitest";
import { averagePrecision, bestF1, mean, scoreLabels } from "./themes.mjs";

const ranked = (text: string) =>
  [...text].map((letter, index) => ({ score: text.length - index, isRelevant: letter === "+" }));

describe("averagePrecision", () => {
  // Manning, Raghavan & Schütze: relevant at ranks 1, 3 and 5 of 5: (1/1 + 2/3 + 3/5) / 3
  it("is the mean of the precisions at the relevant ranks", () => {
    expect(averagePrecision(ranked("+-+-+"), 3)).toBeCloseTo((1 + 2 / 3 + 3 / 5) / 3, 12);
  });

  // one of two is not ranked: (1/2) / 2
  it("counts what was not ranked as missed", () => {
    expect(averagePrecision(ranked("-+"), 2)).toBeCloseTo(0.25, 12);
  });

  // both score 1: the wrong one is put first, so 1/2
  it("takes the worst order of items of one score", () => {
    const tied = [
      { score: 1, isRelevant: true },
      { score: 1, isRelevant: false },
    ];
    expect(averagePrecision(tied, 1)).toBe(0.5);
  });

  it("is 0 where nothing is relevant", () => {
    expect(averagePrecision(ranked("--"), 0)).toBe(0);
  });
});

describe("scoreLabels", () => {
  // 2 right of 3 given and 4 wanted: 2·2 / (3 + 4)
  it("weighs what was given against what was wanted", () => {
    const labels = [
      { given: true, wanted: true },
      { given: true, wanted: true },
      { given: true, wanted: false },
      { given: false, wanted: true },
      { given: false, wanted: true },
      { given: false, wanted: false },
    ];
    expect(scoreLabels(labels)).toEqual({ precision: 2 / 3, recall: 1 / 2, f1: 4 / 7 });
  });
});

describe("bestF1", () => {
  // after three of "+-+-": 2·2 / (3 + 2)
  it("is that of the best cut", () => {
    expect(bestF1(ranked("+-+-"), 2)).toBeCloseTo(4 / 5, 12);
  });

  it("does not cut between items of one score", () => {
    const tied = [
      { score: 1, isRelevant: true },
      { score: 1, isRelevant: false },
    ];
    expect(bestF1(tied, 1)).toBeCloseTo(2 / 3, 12);
  });
});

describe("mean", () => {
  it("is 0 of nothing", () => {
    expect([mean([1, 2]), mean([])]).toEqual([1.5, 0]);
  });
});
