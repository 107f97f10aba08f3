/** What reports open with, and what a choice adds to it. */
import { expect, test } from "vitest";
import { addedLikeness, findOpenings, likenesses } from "../../src/summary/openings.js";
import { termVectors } from "../../src/summary/term-vectors.js";

const units = [
  ["ferry", "ran", "aground"],
  ["harbour", "police", "asked"],
  ["chapels", "stand", "empty"],
].map((words, index) => ({
  article: "a-000000000000",
  origin: "a-000000000000",
  start: index * 30,
  end: index * 30 + 20,
  position: index * 3,
  words,
}));
const vectors = termVectors(units);
const openings = findOpenings(units, vectors);

test("only the first sentences of a report are its opening, the first weighing most", () => {
  expect(openings.map(({ share }) => share)).toEqual([0.8, 0.2]);
});

test("adds only what is liker to an opening than what was chosen before", () => {
  const [first] = vectors.map((vector) => likenesses(vector, openings));
  const likeness = first ?? new Float64Array();
  expect(addedLikeness(likeness, new Float64Array(2), openings)).toBeCloseTo(0.8);
  expect(addedLikeness(likeness, likeness, openings)).toBe(0);
});
