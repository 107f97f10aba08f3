import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countTerms, overlap, rarity, termSet } from "../../src/text/similarity.js";
import { stem } from "../../src/text/stems.js";

const statistics = countTerms([
  ["deal", "signed", "sea"],
  ["deal", "denied"],
  ["rain", "deal"],
]);
const numbers = new Map([...statistics.counts.keys(), "new"].map((term, at) => [term, at]));
const rarities = Float64Array.from(numbers.keys(), (term) => rarity(term, statistics));
const setOf = (terms: readonly string[]) =>
  termSet(
    [...new Set(terms)].flatMap((term) => numbers.get(term) ?? []),
    rarities,
  );
const compare = (first: string, second: string) =>
  overlap(setOf(first.split(" ")), setOf(second.split(" ")), rarities);

describe("the overlap", () => {
  test("is whole where one set holds the other, nothing where they are apart", () => {
    expect(compare("deal sea", "sea signed deal")).toEqual({ count: 2, share: 1 });
    expect(compare("sea", "rain")).toEqual({ count: 0, share: 0 });
    expect(overlap(setOf([]), setOf(["rain"]), rarities).share).toBe(0);
  });

  test("is led by the rare terms", () => {
    expect(rarity("sea", statistics)).toBeGreaterThan(rarity("deal", statistics));
    expect(compare("deal sea", "sea denied").share).toBeGreaterThan(
      compare("deal sea", "deal denied").share,
    );
  });

  test("is the same both ways and lies between nothing and one", () => {
    const words = fc
      .array(fc.constantFrom("deal", "sea", "rain", "denied", "new"), { maxLength: 12 })
      .map(setOf);
    fc.assert(
      fc.property(words, words, (first, second) => {
        const one = overlap(first, second, rarities);
        expect(one.share).toBe(overlap(second, first, rarities).share);
        expect(one.share).toBeGreaterThanOrEqual(0);
        expect(one.share).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("stems", () => {
  test.each([
    ["en", "accepts", "accepted"],
    ["en", "agreement", "agreements"],
    ["en", "cooperate", "cooperation"],
    ["en", "mercenary", "mercenaries"],
    ["en", "force", "forces"],
    ["en", "signed", "signing"],
    ["fr", "combattante", "combattantes"],
    ["ru", "наемники", "наемников"],
    ["tr", "anlasmayi", "anlasmalar"],
    ["ar", "المرتزقه", "مرتزقه"],
  ])("in %s of %j and %j are one", (language, first, second) => {
    expect(stem(first, language)).toBe(stem(second, language));
  });

  test.each([
    ["state", "statement"],
    ["port", "party"],
    ["general", "generation"],
  ])("of %j and %j are two", (first, second) => {
    expect(stem(first, "en")).not.toBe(stem(second, "en"));
  });

  test("are never empty", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 12 }), (word) => {
        for (const language of ["en", "fr", "tr", "ru", "ar", "und"]) {
          expect(stem(word, language).length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
