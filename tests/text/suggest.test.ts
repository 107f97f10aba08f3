import { describe, expect, it } from "vitest";
import { closest, editDistance } from "../../src/text/suggest.js";

describe("closest", () => {
  it.each([
    ["cites", ["date", "cite", "quote"], "cite"],
    ["stong", ["strong", "weak", "negative"], "strong"],
    ["minscore", ["minStrong", "minScore"], "minScore"],
    ["as_of", ["as-of", "out"], "as-of"],
    ["naem", ["name", "names"], "name"],
  ])("takes %s for the nearest of %j", (word, candidates, expected) => {
    expect(closest(word, candidates)).toBe(expected);
  });

  it("suggests nothing where nothing is near", () => {
    expect(closest("colour", ["strong", "weak"])).toBeNull();
    expect(closest("x", [])).toBeNull();
  });

  it("keeps the first of two that are as near", () => {
    expect(closest("cat", ["car", "can"])).toBe("car");
  });
});

describe("editDistance", () => {
  it.each([
    ["", "abc", 3],
    ["kitten", "sitting", 3],
    ["ab", "ba", 1],
    ["same", "same", 0],
  ])("from %j to %j is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });
});
