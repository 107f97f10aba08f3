import { readFileSync } from "node:fs";
import fc from "fast-check";
import { create } from "fontkit";
import { describe, expect, it } from "vitest";
import { loadFace } from "../../../src/render/pdf/fonts/face.js";
import { type FaceName, facesFor, fileOf } from "../../../src/render/pdf/fonts/families.js";
import { createPlainShaper } from "../../../src/render/pdf/fonts/shape-plain.js";

const SANS = facesFor(["IBM Plex Sans"], 400, false)[0];
const SERIF = facesFor(["IBM Plex Serif"], 700, true)[0];
const LETTERS = [..."abcdefghijklmnopqrstuvwxyzAVTWYLPçğıİöşüÇ0123456789.,:;’“”–-()[]/&αβγΑВавгд"];

describe("plain words", () => {
  const shapers = (name: FaceName) => {
    const bytes = readFileSync(fileOf(name));
    return { plain: createPlainShaper(create(bytes), bytes), full: create(bytes) };
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
        const shaped = plain.shape(text, { ligatures, tabularFigures: false });
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
    const features = { ligatures: true, tabularFigures: false };
    for (const word of ["e\u0301", "حفتر", "a\u200bb", "1\u20442"]) {
      expect(plain.shape(word, features)).toBeUndefined();
    }
  });
});

describe("shaping", () => {
  const features = { ligatures: true, tabularFigures: false };
  const face = loadFace(SANS);

  it("moves letters together that leave a hole between them", () => {
    const [v] = face.shape("AV", features, "ltr").glyphs;
    const [alone] = face.shape("A", features, "ltr").glyphs;
    expect(v?.advance).toBeLessThan(alone?.advance ?? 0);
  });

  it("knows which letters each glyph stands for", () => {
    const textsOf = (word: string) =>
      face.shape(word, features, "ltr").glyphs.map(({ text }) => text);
    expect(textsOf("office")).toEqual(["o", "f", "fi", "c", "e"]);
    expect(textsOf("a\u00a0b")).toEqual(["a", "\u00a0", "b"]);
  });

  it("gives the no-break space the width of a space", () => {
    expect(face.shape("\u00a0", features, "ltr").width).toBe(
      face.shape(" ", features, "ltr").width,
    );
  });

  it("can do without ligatures", () => {
    expect(face.shape("fi", { ...features, ligatures: false }, "ltr").glyphs).toHaveLength(2);
  });
});
