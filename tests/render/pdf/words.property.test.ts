import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { breakLines } from "../../../src/render/pdf/inline/break-lines.js";
import type { TextPiece } from "../../../src/render/pdf/inline/piece.js";
import { htmlPage, placedPieces, wordsOnPages } from "./page.js";

const letters = [..."abcçdefgğhıijklmnoöprsştuüvyzİŞ019'’-"];
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 14 });
const paragraph = fc.array(word, { minLength: 1, maxLength: 60 });
const kind = fc.constantFrom("p", "div", "li", "h3", "blockquote");

describe("any page", () => {
  it("shows every word once, in order, and no line wider than its column", () => {
    const blocks = fc.array(fc.tuple(kind, paragraph), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 20, max: 300 }), (contents, width) => {
        const body = contents
          .map(([name, words]) => `<${name}>${words.join(" ")}</${name}>`)
          .join("");
        const css = `* { margin: 0; padding: 0; width: ${width}pt; list-style: none }`;
        const { pages } = setPages(htmlPage(css, body));
        const shown = wordsOnPages(pages).flatMap((lines) => lines.join(" ").split(" "));
        // A word may be cut at a hyphen, so words are compared without the joints.
        expect(shown.join("")).toBe(contents.flatMap(([, words]) => words).join(""));
        for (const mark of pages.flatMap((page) => page.marks)) {
          if (mark.kind !== "text") continue;
          const right = Math.max(...placedPieces(mark).map(({ x, piece }) => x + piece.width));
          const left = placedPieces(mark)[0]?.x ?? 0;
          if (mark.pieces.length > 1) expect(right - left).toBeLessThanOrEqual(width + 0.02);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("line breaking", () => {
  const piece = (text: string, width: number, isSpace: boolean) =>
    ({
      kind: "text",
      text,
      width,
      isSpace,
      breakAfter: isSpace,
      source: { style: {} },
    }) as TextPiece;

  it("loses no piece, and fills each line before it starts the next", () => {
    const widths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(widths, fc.integer({ min: 10, max: 100 }), (list, measure) => {
        const pieces = list.flatMap((width, index) => [
          piece(`w${index}`, width, false),
          piece(" ", 3, true),
        ]);
        for (const each of pieces) Object.assign(each.source.style, { overflowWrap: "normal" });
        const lines = breakLines(pieces, () => measure);
        const seen = lines.flatMap((line) =>
          line.filter((each) => each.kind === "text" && !each.isSpace),
        );
        expect(seen).toEqual(pieces.filter((each) => !each.isSpace));
        lines.slice(0, -1).forEach((line, index) => {
          const used = line.reduce((sum, each) => sum + each.width, 0);
          const next = lines[index + 1]?.[0]?.width ?? 0;
          expect(used + 3 + next).toBeGreaterThan(measure);
        });
      }),
    );
  });
});
