import { cpuUsage } from "node:process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.js";
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
const language = fc.constantFrom("en", "tr", "ar", "ru", "fr", "de", "es", "it", "el", "pt", "und");

describe("fold, for any text", () => {
  it("folds nothing further the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."aİıßйёأىÇ'’- \u00a05٥œ") }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
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
  const units = [
    ["prose", "The U.N. said “no. 5 stays.” Dr. Smith (of the U.S.) left... Then "],
    ["stops", ". "],
    ["open brackets", "( A. "],
    ["one long word", "a."],
    ["blank lines", "\n \n"],
    ["paragraphs without a stop", "a line\n\n"],
    ["entries of a list", "\n- a line"],
    ["closing marks", "”"],
    ["titles", "Dr. "],
    ["Arabic", "قال د. علي إن الهدنة... نعم. "],
  ] as const;

  /** Processor time in milliseconds, which other programs do not lengthen. */
  const spend = (work: (text: string) => void, unit: string, length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const start = cpuUsage();
    work(text);
    return cpuUsage(start).user / 1000;
  };

  it.each(units)("grows with the length of the text: %s", (_, unit) => {
    for (const tag of ["en", "el", "pt"]) {
      const work = (text: string) => {
        splitSentences(text, tag);
        fold(text);
        splitWords(text);
      };
      spend(work, unit, 20_000);
      const half = Math.min(spend(work, unit, 100_000), spend(work, unit, 100_001));
      const whole = Math.min(spend(work, unit, 200_000), spend(work, unit, 200_001));
      expect(whole).toBeLessThan(4 * half + 20);
    }
  });
});
