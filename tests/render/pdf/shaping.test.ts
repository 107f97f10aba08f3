import fc from "fast-check";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { loadFace, type Run } from "../../../src/render/pdf/fonts/face.js";
import { type FaceName, facesFor, fileOf } from "../../../src/render/pdf/fonts/families.js";
import type { Features } from "../../../src/render/pdf/fonts/features.js";
import { readSfnt } from "../../../src/render/pdf/fonts/sfnt.js";
import { createPlainShaper } from "../../../src/render/pdf/fonts/shape-plain.js";
import { readShippedFile } from "../../../src/render/pdf/fonts/shipped-files.js";

const SANS = facesFor(["IBM Plex Sans"], 400, false)[0];
const SERIF = facesFor(["IBM Plex Serif"], 700, true)[0];
const runOf = (features: Features): Run => ({ direction: "ltr", language: "en", features });
const LETTERS = [..."abcdefghijklmnopqrstuvwxyzAVTWYLPçğıİöşüÇ0123456789.,:;’“”–-()[]/&αβγΑВавгд"];

describe("plain words", () => {
  const shapers = (name: FaceName) => {
    const bytes = readShippedFile(fileOf(name));
    return { plain: createPlainShaper(readSfnt(bytes)), full: create(bytes) };
  };
  const summary = (glyphs: readonly { id: number }[], advances: readonly number[]) =>
    glyphs.map(({ id }, index) => `${id}:${Math.round((advances[index] ?? 0) * 1000)}`).join(" ");

  it.each([
    ["sans", SANS],
    ["bold italic serif", SERIF],
  ])("come out in %s as from the full shaper", (_, name) => {
    const { plain, full } = shapers(name);
    const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.boolean(), (text, ligatures) => {
        const shaped = plain.shape(text, runOf(ligatures ? {} : { liga: 0 }));
        const run = full.layout(text, ligatures ? {} : { liga: false });
        expect(
          summary(shaped?.glyphs ?? [], shaped?.glyphs.map((each) => each.advance) ?? []),
        ).toBe(
          summary(
            run.glyphs,
            run.positions.map((each) => each.xAdvance / full.unitsPerEm),
          ),
        );
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
  const face = loadFace(SANS);

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
