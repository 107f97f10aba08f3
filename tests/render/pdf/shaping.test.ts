import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Face, Run, ShapedGlyph } from "../../../src/render/pdf/fonts/face.js";
import type { Features } from "../../../src/render/pdf/fonts/features.js";
import { createComplexShaper } from "../../../src/render/pdf/fonts/shape-complex.js";
import { createPlainShaper } from "../../../src/render/pdf/fonts/shape-plain.js";
import { shippedFace } from "./shipped-face.js";

const SANS = shippedFace("IBM Plex Sans", 400, false);
const SERIF = shippedFace("IBM Plex Serif", 700, true);
const runOf = (features: Features): Run => ({ direction: "ltr", language: "en", features });
const SIGNS = "0123456789.,:;’“”–-()[]/&";
const SCRIPTS = [
  `abcdefghijklmnopqrstuvwxyzAVTWYLPçğıİöşüÇ${SIGNS}`,
  `αβγδάΑΛΥΩ${SIGNS}`,
  `авгдёАВГУ${SIGNS}`,
];

describe("plain words", () => {
  const shapers = ({ font, bytes }: Face) => ({
    plain: createPlainShaper(font),
    full: createComplexShaper(font, bytes),
  });
  const summary = (glyphs: readonly ShapedGlyph[] = []) =>
    glyphs.map(({ id, advance }) => `${id}:${Math.round(advance * 1000)}`).join(" ");

  it.each([
    ["sans", SANS],
    ["bold italic serif", SERIF],
  ])("come out in %s as from the full shaper", (_, face) => {
    const { plain, full } = shapers(face);
    const word = fc
      .constantFrom(...SCRIPTS)
      .chain((letters) =>
        fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }),
      );
    fc.assert(
      fc.property(word, fc.boolean(), (text, ligatures) => {
        const run = runOf(ligatures ? {} : { liga: 0 });
        expect(summary(plain.shape(text, run)?.glyphs)).toBe(summary(full.shape(text, run).glyphs));
      }),
      { numRuns: 400 },
    );
  });

  it("leave combining marks, Arabic and what is invisible to the full shaper", () => {
    const { plain } = shapers(SANS);
    const run = runOf({});
    for (const word of ["e\u0301", "حفتر", "a\u200bb", "1\u20442"]) {
      expect(plain.shape(word, run)).toBeUndefined();
    }
  });
});

describe("shaping", () => {
  const run = runOf({});
  const face = SANS;

  it("moves letters together that leave a hole between them", () => {
    const [v] = face.shape("AV", run).glyphs;
    const [alone] = face.shape("A", run).glyphs;
    expect(v?.advance).toBeLessThan(alone?.advance ?? 0);
  });

  it("knows which letters each glyph stands for", () => {
    const textsOf = (word: string) => face.shape(word, run).glyphs.map(({ text }) => text);
    expect(textsOf("office")).toEqual(["o", "f", "fi", "c", "e"]);
    expect(textsOf("a\u00a0b")).toEqual(["a", "\u00a0", "b"]);
  });

  it("gives the no-break space the width of a space", () => {
    expect(face.shape("\u00a0", run).width).toBe(face.shape(" ", run).width);
  });

  it("can do without ligatures", () => {
    expect(face.shape("fi", runOf({ liga: 0 })).glyphs).toHaveLength(2);
  });
});
