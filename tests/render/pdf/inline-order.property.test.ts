import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reorderLine } from "../../../src/render/pdf/inline/reorder-line.js";
import type { TextMark } from "../../../src/render/pdf/pages/page.js";
import { setCleanPages, wordsOnPages } from "./page.js";

const marksOf = (css: string, body: string) =>
  setCleanPages(css, body).pages.flatMap((page) =>
    page.marks.filter((mark): mark is TextMark => mark.kind === "text"),
  );

const word = fc.constantFrom(
  "one",
  "(two)",
  "12",
  "وزارة",
  "«الأجنبية»",
  "3.5",
  "end.",
  "the,",
  "ليبيا؟",
);

describe("the order of words", () => {
  it("as written comes back from whatever lines they are set on", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.constantFrom("ltr", "rtl"),
        fc.constantFrom("start", "justify"),
        fc.integer({ min: 80, max: 250 }),
        (words, dir, align, width) => {
          const css = `p { width: ${width}pt; text-align: ${align} }`;
          const pieces = marksOf(css, `<p dir="${dir}">${words.join(" ")}</p>`)
            .flatMap((mark) => mark.pieces.map(({ piece }) => piece))
            .sort((a, b) => a.order - b.order);
          expect(pieces.map(({ text }) => text.trim()).join("")).toBe(words.join(""));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("as seen runs from left to right, and no line is longer than its measure", () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.constantFrom("ltr", "rtl"),
        (words, dir) => {
          const body = `<p dir="${dir}">${words.join(" ")}</p>`;
          for (const { pieces } of marksOf("p { width: 90pt }", body)) {
            pieces.slice(1).forEach(({ x }, index) => {
              const before = pieces[index];
              expect(x).toBeCloseTo((before?.x ?? 0) + (before?.piece.width ?? 0), 3);
            });
            const last = pieces.at(-1);
            expect((last?.x ?? 0) + (last?.piece.width ?? 0)).toBeLessThanOrEqual(110.02);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("follows rule L2 of UAX #9", () => {
    const set = (letters: string, levels: string) =>
      reorderLine([...letters].map((letter, at) => ({ letter, level: Number(levels[at]) })))
        .map(({ letter }) => letter)
        .join("");
    expect(set("car MEANS CAR.", "00001111111110")).toBe("car RAC SNAEM.");
    expect(set("abcDEF123GHI", "000111222111")).toBe("abcIHG123FED");
    expect(set("ABC", "123")).toBe("BCA");
    expect(set("abc", "000")).toBe("abc");
  });
});

describe("hostile paragraphs", () => {
  it.each([
    ["a word of a hundred thousand letters", "overflow-wrap: anywhere", "a".repeat(1e5)],
    ["as many places to break without any width", "text-align: justify", "\u200b".repeat(2e4)],
    [
      "soft hyphens everywhere",
      "text-align: justify; overflow-wrap: anywhere",
      "ab\u00ad".repeat(1e4),
    ],
    ["no room at all", "width: 0; text-align: justify; hyphens: auto", "words and ".repeat(2000)],
    ["tabs and nothing else", "white-space: pre; tab-size: 0", "\t".repeat(1e4)],
  ])("of %s come to an end", (_, rules, text) => {
    expect(
      wordsOnPages(setCleanPages(`p { ${rules} }`, `<p>${text}</p>`).pages).length,
    ).toBeGreaterThan(0);
  });
});
