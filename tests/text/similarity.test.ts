import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cosine, countTerms, rarity, weighTerms } from "../../src/text/similarity.js";
import { stem } from "../../src/text/stems.js";

const bags = [
  ["deal", "signed", "sea"],
  ["deal", "denied"],
  ["rain", "deal"],
];
const statistics = countTerms(bags);
const weigh = (...bag: string[]) => weighTerms(bag, statistics);

describe("the cosine", () => {
  test("of a bag with itself is one, of bags apart nothing", () => {
    expect(cosine(weigh("deal", "sea"), weigh("sea", "deal"))).toBeCloseTo(1);
    expect(cosine(weigh("sea"), weigh("rain"))).toBe(0);
    expect(cosine(weigh(), weigh("rain"))).toBe(0);
  });

  test("is led by the rare terms", () => {
    const rare = cosine(weigh("deal", "sea"), weigh("sea", "denied"));
    const common = cosine(weigh("deal", "sea"), weigh("deal", "denied"));
    expect(rare).toBeGreaterThan(common);
    expect(rarity("sea", statistics)).toBeGreaterThan(rarity("deal", statistics));
  });

  test("is the same both ways and lies between nothing and one", () => {
    const words = fc.array(fc.constantFrom("deal", "sea", "rain", "denied", "new"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, words, (first, second) => {
        const one = cosine(weigh(...first), weigh(...second));
        expect(one).toBeCloseTo(cosine(weigh(...second), weigh(...first)));
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1);
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
