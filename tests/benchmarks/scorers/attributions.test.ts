import { expect, test } from "vitest";
import { ratesOf, scoreAttributions } from "./attributions.mjs";

const found = (speaker: string, start: number, depth = 1) => ({
  speaker,
  start,
  cue: "said",
  kind: "indirect",
  via: ["the Post"],
  depth,
});

/**
 * Two speakers asked, three given: Anna in sentence 1 is right, Ben stands in sentence 2 where
 * sentence 1 is asked, and nobody is asked in the second text. Precision 1 of 3, recall 1 of 2; of
 * the two details, carrier and depth, the depth is wrong.
 */
test("counts a speaker as right in its sentence alone", () => {
  const cases = [
    { text: "one", says: [{ speaker: "Anna", carrier: "post", depth: 2 }, "Ben"] },
    { text: "two", says: [] },
  ];
  const sentences = [{ start: 0 }, { start: 10 }];
  const score = scoreAttributions(cases, (text: string) => ({
    sentences,
    attributions:
      text === "one" ? [found("Anna Berg", 0), found("Ben", 10)] : [found("the Post", 0)],
  }));
  expect(ratesOf(score)).toEqual({ precision: 1 / 3, recall: 1 / 2 });
  expect([score.details, score.detailsRight]).toEqual([2, 1]);
});
