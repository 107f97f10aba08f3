import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "../../../src/render/pdf/inline/break-lines.js";
import { fitFirst } from "../../../src/render/pdf/inline/first-fit.js";
import type { SizedPiece, TextPiece } from "../../../src/render/pdf/inline/piece.js";
import {
  countStacked,
  type Gap,
  rateLine,
  ratioOf,
} from "../../../src/render/pdf/inline/rate-line.js";
import type { TextMark } from "../../../src/render/pdf/pages/page.js";
import { placedPieces, setCleanPages, wordsOnPages } from "./page.js";

const TEXT =
  "The foreign minister told reporters in Tripoli that all foreign forces and mercenaries must leave the country before the elections of December, and that the ceasefire of October would otherwise not hold for long; she named no dates, and the government of national unity later said that her words had been taken out of their context by several agencies.";

const marksOf = (css: string, body: string) =>
  setCleanPages(css, body).pages.flatMap((page) =>
    page.marks.filter((mark): mark is TextMark => mark.kind === "text"),
  );

const rightOf = (line: TextMark) => {
  const last = placedPieces(line).at(-1);
  return last ? last.x + last.piece.width : 0;
};

describe("justified text", () => {
  it("ends every line but the last at the right edge", () => {
    const marks = marksOf("p { text-align: justify; width: 180pt }", `<p>${TEXT}</p>`);
    expect(marks.length).toBeGreaterThan(8);
    for (const mark of marks.slice(0, -1)) expect(rightOf(mark)).toBeCloseTo(200, 1);
    expect(rightOf(marks.at(-1) as TextMark)).toBeLessThan(200);
  });

  it("leaves a line alone that the page itself ends", () => {
    const [first] = marksOf("p { text-align: justify }", "<p>one two<br>three</p>");
    expect(rightOf(first as TextMark)).toBeLessThan(100);
  });

  it("aligns the last line as text-align-last says", () => {
    const css = "p { text-align: justify; text-align-last: justify }";
    const [only] = marksOf(css, "<p>one two</p>");
    expect(rightOf(only as TextMark)).toBeCloseTo(320, 1);
    const right = "p { text-align: justify; text-align-last: right }";
    expect(rightOf(marksOf(right, "<p>one two</p>")[0] as TextMark)).toBeCloseTo(320, 1);
  });

  it("stretches no-break spaces like others", () => {
    const css = "p { text-align: justify; text-align-last: justify }";
    const [only] = marksOf(css, "<p>9&nbsp;May 2021</p>");
    const spaces = only?.pieces.filter(({ piece }) => /^[ \u00a0]$/.test(piece.text)) ?? [];
    expect(spaces.map(({ piece }) => Math.round(piece.width))).toEqual([126, 126]);
  });

  it("keeps the words in their order", () => {
    const css = "p { text-align: justify; hyphens: auto; width: 90pt }";
    const words = wordsOnPages(setCleanPages(css, `<p>${TEXT}</p>`).pages).flat();
    expect(words.join(" ").replaceAll("\u00ad ", "")).toBe(TEXT);
  });

  it("runs from edge to edge in right-to-left text too", () => {
    const body = `<p dir="rtl">${"قالت وزارة الخارجية الليبية إن القوات الأجنبية يجب أن تغادر ".repeat(4)}</p>`;
    const marks = marksOf("p { text-align: justify; width: 180pt }", body);
    for (const mark of marks.slice(0, -1)) {
      expect(placedPieces(mark)[0]?.x).toBeCloseTo(20, 1);
      expect(rightOf(mark)).toBeCloseTo(200, 1);
    }
  });

  it("starts the line after a floating shape at its own measure", () => {
    const pieces = piecesOf([30, 30, 30, 30, 30, 30, 30, 30]);
    const lines = breakLines(pieces, (line) => (line < 2 ? 66 : 140), "total");
    expect(lines.map((line) => line.filter(isWord).length)).toEqual([2, 2, 4]);
  });
});

const isWord = (piece: SizedPiece) => piece.kind === "text" && !piece.isSpace;

function piecesOf(widths: readonly number[]): TextPiece[] {
  const style = { overflowWrap: "normal", hyphens: "manual", whiteSpace: "normal" };
  const piece = (text: string, width: number, isSpace: boolean) =>
    ({ kind: "text", text, width, isSpace, breakAfter: isSpace, source: { style } }) as TextPiece;
  return widths.flatMap((width, index) => [piece(`w${index}`, width, false), piece(" ", 4, true)]);
}

const widthOf = (pieces: readonly SizedPiece[]) =>
  pieces.reduce((sum, piece) => sum + piece.width, 0);

/** The sum that the total fit makes small, for lines without hyphens. */
function demeritsOf(lines: readonly (readonly SizedPiece[])[], measure: number): number {
  return lines.slice(0, -1).reduce((sum, line) => {
    const spaces = widthOf(line.filter((piece) => !isWord(piece)));
    const ratio = ratioOf(measure - widthOf(line), spaces);
    return sum + rateLine({ ratio, isHyphenated: false }, undefined, 0);
  }, 0);
}

/** pt; half as wide again as a space is. */
const WIDE = 6;

/** The wide spaces of a justified line, where they stand. */
function gapsOf(line: readonly SizedPiece[], measure: number): Gap[] {
  const spaces = line.filter((piece) => !isWord(piece));
  const share = (measure - widthOf(line)) / Math.max(1, spaces.length);
  let x = 0;
  return line.flatMap((piece) => {
    const left = x;
    x += isWord(piece) ? piece.width : piece.width + share;
    return isWord(piece) || x - left < WIDE ? [] : [{ left, right: x }];
  });
}

/** How many wide spaces stand over one of the next line. */
function riversOf(lines: readonly (readonly SizedPiece[])[], measure: number): number {
  return lines.slice(1, -1).reduce((sum, line, index) => {
    const above = lines[index] ?? [];
    return sum + countStacked(gapsOf(above, measure), gapsOf(line, measure));
  }, 0);
}

/** Numbers from 0 to 1, the same ones in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe("the total fit", () => {
  it("lets fewer rivers run through narrow columns than the first fit", () => {
    const chance = chanceFrom(7);
    const list = Array.from({ length: 1500 }, () => 6 + chance() * chance() * 45);
    const pieces = piecesOf(list);
    const sum = (fit: "first" | "total") =>
      [130, 160, 200].reduce(
        (rivers, measure) =>
          rivers +
          riversOf(
            breakLines(pieces, () => measure, fit),
            measure,
          ),
        0,
      );
    expect(sum("total")).toBeLessThan(0.7 * sum("first"));
  });

  const widths = fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 80 });

  it("loses no word", () => {
    fc.assert(
      fc.property(widths, fc.integer({ min: 1, max: 200 }), (list, measure) => {
        const pieces = piecesOf(list);
        const lines = breakLines(pieces, () => measure, "total");
        expect(lines.flat().filter(isWord)).toEqual(pieces.filter(isWord));
      }),
    );
  });

  it("makes no line longer than its spaces can shrink, where words allow it", () => {
    fc.assert(
      fc.property(widths, fc.integer({ min: 40, max: 200 }), (list, measure) => {
        for (const line of breakLines(piecesOf(list), () => measure, "total")) {
          const spaces = line.filter((piece) => !isWord(piece)).length;
          expect(widthOf(line)).toBeLessThanOrEqual(measure + spaces + 0.1);
        }
      }),
    );
  });

  it("is hardly ever less even than the first fit", () => {
    fc.assert(
      fc.property(widths, fc.integer({ min: 120, max: 300 }), (list, measure) => {
        const pieces = piecesOf(list);
        const total = demeritsOf(
          breakLines(pieces, () => measure, "total"),
          measure,
        );
        const first = demeritsOf(
          fitFirst(pieces, () => measure),
          measure,
        );
        // Hyphens, rivers and unlike neighbours count too: a rounding of the sums compared here.
        expect(total).toBeLessThanOrEqual(first * 2 + 20_000 * list.length);
      }),
    );
  });
});
