import { expect, test } from "vitest";
import { compareShingles } from "./shingles.mjs";

test("the true text scores 1", () => {
  expect(compareShingles("a b c d e", "a b c d e")).toEqual({ precision: 1, recall: 1 });
});

test("words too many cost precision, words too few recall", () => {
  // abcd bcde cdef against abcd bcde: 2 of 3 found are true, 2 of 2 true are found.
  expect(compareShingles("a b c d e f", "a b c d e")).toEqual({ precision: 2 / 3, recall: 1 });
  expect(compareShingles("a b c d e", "a b c d e f")).toEqual({ precision: 1, recall: 2 / 3 });
});

test("what stands twice counts twice", () => {
  // abab baba abab against abab: one of three.
  expect(compareShingles("a b a b a b", "a b a b").precision).toBe(1 / 3);
});

test("a text of fewer than four words is one shingle, and nothing scores nothing", () => {
  expect(compareShingles("a b", "a b")).toEqual({ precision: 1, recall: 1 });
  expect(compareShingles("", "a b c d")).toEqual({ precision: 0, recall: 0 });
});
