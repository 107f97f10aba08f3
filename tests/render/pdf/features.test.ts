import { describe, expect, it } from "vitest";
import type { Face } from "../../../src/render/pdf/fonts/face.js";
import { renderPdf, setPages } from "../../../src/render/pdf/index.js";
import type { LineText } from "../../../src/render/pdf/inline/build-line.js";
import { copiedText, htmlPage, renderBytes, setCleanPages } from "./page.js";
import { shippedFace } from "./shipped-face.js";

const pieces = (css: string, body: string, language = "en"): readonly LineText[] =>
  setCleanPages(css, body, language).pages.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === "text" ? mark.pieces : [])),
  );
const glyphsOf = (css: string, text: string, language = "en") =>
  pieces(`p { ${css} }`, `<p>${text}</p>`, language).flatMap(({ piece }) => piece.word.glyphs);
const idsOf = (css: string, text: string, language?: string) =>
  glyphsOf(css, text, language).map(({ id }) => id);
const faceOf = (css: string, text = "a"): Face | undefined =>
  pieces(`p { ${css} }`, `<p>${text}</p>`)[0]?.piece.face;

const NOTO = "font-family: 'Noto Serif'; ";
const PLEX = "font-family: 'IBM Plex Sans'; ";

describe("figures", () => {
  it.each([
    ["tabular-nums", '"tnum"'],
    ["oldstyle-nums", '"onum" 1'],
    ["lining-nums", '"lnum" on'],
    ["proportional-nums", '"pnum"'],
    ["slashed-zero", '"zero"'],
    ["oldstyle-nums tabular-nums", '"onum", "tnum"'],
  ])("are %s by either property", (variant, settings) => {
    expect(idsOf(`${NOTO} font-variant-numeric: ${variant}`, "1907")).toEqual(
      idsOf(`${NOTO} font-feature-settings: ${settings}`, "1907"),
    );
  });

  it("are old style, slashed or of one width when asked for", () => {
    const plain = idsOf(NOTO, "1907");
    for (const variant of ["oldstyle-nums", "slashed-zero", "proportional-nums"]) {
      expect(idsOf(`${NOTO} font-variant-numeric: ${variant}`, "1907")).not.toEqual(plain);
    }
  });

  it("cannot be old style and lining at once", () => {
    const { diagnostics } = setPages(
      htmlPage("p { font-variant-numeric: lining-nums oldstyle-nums }", "<p>1</p>"),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(["unsupported-value"]);
  });
});

describe("ligatures and kerning", () => {
  it.each([
    "font-feature-settings: 'liga' 0",
    "font-variant-ligatures: none",
    "font-variant-ligatures: no-common-ligatures",
    "letter-spacing: 1pt",
  ])("go with %s", (css) => {
    expect(glyphsOf(PLEX, "fi")).toHaveLength(1);
    expect(glyphsOf(PLEX + css, "fi")).toHaveLength(2);
  });

  it("are not made of the letters f and i in Turkish and Azerbaijani", () => {
    expect(glyphsOf(PLEX, "fi", "tr")).toHaveLength(2);
    expect(glyphsOf(PLEX, "fi", "az-Latn")).toHaveLength(2);
  });

  it("come without kerning when asked for", () => {
    const width = (css: string) =>
      glyphsOf(PLEX + css, "AVAVA").reduce((sum, { advance }) => sum + advance, 0);
    expect(width("font-kerning: none")).toBeGreaterThan(width(""));
    expect(width("font-kerning: none")).toBe(width("font-feature-settings: 'kern' 0"));
  });

  it("names a feature that is no tag", () => {
    const { diagnostics } = setPages(htmlPage("p { font-feature-settings: tnum }", "<p>1</p>"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["unsupported-value"]);
  });
});

describe("small capitals", () => {
  it("are the font's own where it has them", () => {
    const [capital, small] = glyphsOf(`${NOTO} font-variant-caps: small-caps`, "Ab");
    expect(capital?.id).toBe(shippedFace("Noto Serif").font.glyphOf(0x41));
    expect(small?.id).not.toBe(shippedFace("Noto Serif").font.glyphOf(0x62));
    expect(small?.compound).toBeUndefined();
  });

  it("are made from capitals where it has none", () => {
    const [capital, small] = glyphsOf(`${PLEX} font-variant: small-caps`, "Ab");
    const { font } = shippedFace("IBM Plex Sans");
    expect(capital?.id).toBe(font.glyphOf(0x41));
    expect(small?.id).toBe(font.glyphOf(0x42));
    expect(small?.advance).toBeCloseTo(0.7 * (font.advanceOf(font.glyphOf(0x42)) / 1000), 2);
  });

  it("keep the dot of a Turkish i", () => {
    const { font } = shippedFace("IBM Plex Sans");
    expect(idsOf(`${PLEX} font-variant: small-caps`, "i", "tr")).toEqual([font.glyphOf(0x130)]);
  });

  it("take capitals along with all-small-caps", () => {
    const [capital] = glyphsOf(`${PLEX} font-variant-caps: all-small-caps`, "A");
    expect(capital?.compound?.parts[0]?.scale).toBe(0.7);
  });

  it("are copied as they were written", async () => {
    const css = `p { ${PLEX} font-variant: small-caps }`;
    expect(await copiedText(await renderBytes(css, "<p>Libya, müşavir Ünal é</p>"))).toEqual([
      "Libya, müşavir Ünal é",
    ]);
  });
});

describe("weights", () => {
  it.each([
    [100, "Thin"],
    [350, "Light"],
    [450, "Medium"],
    [500, "Medium"],
    [650, "Bold"],
    [900, "Bold"],
  ])("of %i take the nearest that Plex has, %s", (weight, name) => {
    const expected = { Thin: 100, Light: 300, Medium: 500, Bold: 700 }[name];
    expect(faceOf(`${PLEX} font-weight: ${weight}`)).toBe(shippedFace("IBM Plex Sans", expected));
  });

  it("go up and down from the text around", () => {
    const css = "div { font-weight: 300 } p { font-weight: bolder } b { font-weight: lighter }";
    const [first, , second] = pieces(css, "<div><p>a <b>b</b></p></div>");
    expect(first?.piece.face).toBe(shippedFace("IBM Plex Sans", 400));
    expect(second?.piece.face).toBe(shippedFace("IBM Plex Sans", 100));
  });
});

describe("letters that the font lacks", () => {
  const familyOf = (css: string, text: string) =>
    Object.entries({
      "Noto Serif": shippedFace("Noto Serif"),
      "IBM Plex Sans": shippedFace("IBM Plex Sans"),
      "IBM Plex Serif": shippedFace("IBM Plex Serif"),
      Amiri: shippedFace("Amiri"),
      "Noto Sans Symbols 2": shippedFace("Noto Sans Symbols 2"),
    }).find(([, face]) => face === faceOf(css, text))?.[0];

  it.each([
    ["polytonic Greek", "font-family: serif", "ῆ", "Noto Serif"],
    ["Greek beside a serif", "font-family: serif", "θ", "Noto Serif"],
    ["Greek beside a sans serif", "font-family: sans-serif", "θ", "IBM Plex Sans"],
    ["old Cyrillic", "font-family: sans-serif", "ѡ", "Noto Serif"],
    ["Arabic", "font-family: sans-serif", "ع", "Amiri"],
    ["symbols", "font-family: serif", "☂", "Noto Sans Symbols 2"],
    ["text of equal widths", "font-family: monospace", "a", "IBM Plex Sans"],
  ])("come from a font like it: %s", (_, css, letter, family) => {
    expect(familyOf(css, letter)).toBe(family);
  });

  it("take their marks along", () => {
    const [first, ...others] = pieces("p { font-family: 'IBM Plex Serif' }", "<p>θ\u0331</p>");
    expect(others).toEqual([]);
    expect(first?.piece.text).toBe("θ\u0331");
    expect(first?.piece.face).toBe(shippedFace("Noto Serif"));
  });

  it("are named, each once, when no font has them", async () => {
    const { diagnostics } = await renderPdf(htmlPage("", "<p>漢 a 漢 字</p>"));
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'missing-glyph: no font has the letter "漢" (U+6F22); it shows as an empty box',
      'missing-glyph: no font has the letter "字" (U+5B57); it shows as an empty box',
    ]);
  });
});
