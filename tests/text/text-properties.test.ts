import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, originalRange } from "../../src/text/fold.js";
import { splitSentences } from "../../src/text/sentences.js";
import { splitWords } from "../../src/text/words.js";

/** Strings rich in what the rules look at: marks, capitals, paragraphs, all five scripts. */
const newsLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(..." .!?…\"'“”«»()\n\t,;:-–"),
      fc.constantFrom(
        "\n\n",
        ". ",
        ".” ",
        "U.N. ",
        "Dr. ",
        "İ",
        "ı",
        "й",
        "ё",
        "أ",
        "ال",
        "5+5",
        "ß",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
      fc.string({ unit: "grapheme-ascii", maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));
const language = fc.constantFrom("en", "tr", "ar", "ru", "fr", "und");

describe("foldText, for any text", () => {
  it("maps in order, inside the text, over all of it", () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        const map = foldText(text);
        expect(map.starts).toHaveLength(map.folded.length);
        expect(map.ends).toHaveLength(map.folded.length);
        for (let unit = 0; unit < map.folded.length; unit += 1) {
          const { start, end } = originalRange(map, unit, unit + 1);
          expect(start).toBeGreaterThanOrEqual(unit === 0 ? 0 : (map.starts[unit - 1] ?? 0));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it("folds nothing further the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aİıßйёأىÇ'’- \u00a05٥œ") }), (text) => {
        const once = foldText(text).folded;
        expect(foldText(once).folded).toBe(once);
      }),
    );
  });
});

describe("splitWords, for any text", () => {
  it("gives words in order, without overlap, never empty", () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        let end = 0;
        for (const word of splitWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.folded).not.toBe("");
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe("splitSentences, for any text", () => {
  it("covers all but white space, in order, without overlap", () => {
    fc.assert(
      fc.property(newsLike, language, (text, tag) => {
        let end = 0;
        for (const sentence of splitSentences(text, tag)) {
          expect(text.slice(end, sentence.start).trim()).toBe("");
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text.trim()).not.toBe("");
          end = sentence.end;
        }
        expect(text.slice(end).trim()).toBe("");
      }),
    );
  });
});

describe("time", () => {
  it.each([
    ["prose", "The U.N. said “no. 5 stays.” Dr. Smith (of the U.S.) left... Then "],
    ["stops", ". "],
    ["open brackets", "( A. "],
    ["one long word", "a."],
    ["blank lines", "\n \n"],
    ["closing marks", "”"],
  ])("grows with the length of the text: %s", (_, unit) => {
    const spend = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const start = performance.now();
      splitSentences(text, "en");
      foldText(text);
      splitWords(text);
      return performance.now() - start;
    };
    spend(20_000);
    const half = Math.min(spend(100_000), spend(100_000), spend(100_000));
    const whole = Math.min(spend(200_000), spend(200_000), spend(200_000));
    expect(whole).toBeLessThan(4 * half + 20);
  });
});
