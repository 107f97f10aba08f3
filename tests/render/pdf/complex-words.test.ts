import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Direction, Run, ShapedWord } from "../../../src/render/pdf/fonts/face.js";
import type { Features } from "../../../src/render/pdf/fonts/features.js";
import { copiedText, renderBytes } from "./page.js";
import { shippedFace } from "./shipped-face.js";

const amiri = shippedFace("Amiri");
const noto = shippedFace("Noto Serif");
const sans = shippedFace("IBM Plex Sans");
const runOf = (direction: Direction, language: string, features: Features = {}): Run => ({
  direction,
  language,
  features,
});
const ARABIC = runOf("rtl", "ar");
const LATIN = runOf("ltr", "en");

/** The word as its glyphs stand for it, in reading order. */
const readBack = ({ glyphs }: ShapedWord, direction: Direction) =>
  (direction === "rtl" ? [...glyphs].reverse() : glyphs).map(({ text }) => text).join("");
/** What a reader finds that goes by places and turns right-to-left text round. */
const extracted = ({ glyphs }: ShapedWord, direction: Direction) => {
  const seen = glyphs.map(({ textAsSeen }) => textAsSeen).join("");
  return direction === "rtl" ? [...seen].reverse().join("") : seen;
};

describe("complex words", () => {
  it("join Arabic letters: the same letter has another shape within a word", () => {
    const [alone] = amiri.shape("ع", ARABIC).glyphs;
    const within = amiri.shape("بعد", ARABIC).glyphs[1];
    expect(within?.text).toBe("ع");
    expect(within?.id).not.toBe(alone?.id);
  });

  it("come from left to right in either direction", () => {
    expect(amiri.shape("طرابلس", ARABIC).glyphs.map(({ text }) => text)).toEqual([..."سلبارط"]);
  });

  const letters = fc.constantFrom(..."ابتجدرسعفكلمنهويةءؤأإآ،؛؟«»()٠١٢ًٌٍَُِّْ");
  const words = fc.string({ unit: letters, minLength: 1, maxLength: 10 });

  it("give the word back, letter by letter, marks and ligatures included", () => {
    fc.assert(
      fc.property(words, (word) => {
        const shaped = amiri.shape(word, ARABIC);
        expect(readBack(shaped, "rtl")).toBe(word);
        expect(extracted(shaped, "rtl")).toBe(word);
      }),
      { numRuns: 300 },
    );
  });

  it("never step back on the line, and leave no gap within a word", () => {
    fc.assert(
      fc.property(words, (word) => {
        for (const glyph of amiri.shape(word, ARABIC).glyphs) {
          expect(glyph.xOffset).toBe(0);
          const natural = amiri.font.advanceOf(glyph.id) / amiri.font.unitsPerEm;
          const own = glyph.compound ? glyph.compound.advance / amiri.font.unitsPerEm : natural;
          expect(Math.abs(glyph.advance - own)).toBeLessThan(0.1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("set a mark over its letter as one glyph, the mark's letter beside it", () => {
    const [letter, mark, ...others] = sans.shape("x\u0302", LATIN).glyphs;
    expect(others).toEqual([]);
    expect(letter?.compound?.parts).toHaveLength(2);
    expect(letter?.textAsSeen).toBe("x");
    expect(mark).toMatchObject({ text: "", textAsSeen: "\u0302", compound: { parts: [] } });
  });

  it("mirror brackets in right-to-left runs, and are read as they were written", () => {
    const [bracket] = amiri.shape("(", ARABIC).glyphs;
    const [closing] = amiri.shape(")", LATIN).glyphs;
    expect(bracket).toMatchObject({ text: "(", id: closing?.id });
  });

  it("use what a font does for a language alone", () => {
    const [moldovan] = noto.shape("ş", runOf("ltr", "ro")).glyphs;
    const [turkish] = noto.shape("ş", runOf("ltr", "tr")).glyphs;
    expect(moldovan?.id).not.toBe(turkish?.id);
  });

  it("take any OpenType feature that the font has", () => {
    const slashed = sans.shape("0", runOf("ltr", "en", { zero: 1 })).glyphs[0];
    expect(slashed?.id).not.toBe(sans.shape("0", LATIN).glyphs[0]?.id);
  });
});

describe("text taken out of the PDF", () => {
  it.each([
    ["bare Arabic", "العسكرية الليبية المتحدة"],
    ["brackets and quotation marks", "(طرابلس) «ليبيا»"],
    ["marks within words", "جدًا مُصالحة"],
  ])("is as it was written: %s", async (_, words) => {
    const css = "p { font-family: Amiri; direction: rtl }";
    const [page = ""] = await copiedText(await renderBytes(css, `<p>${words}</p>`, "ar"));
    expect(page.trim()).toBe(words);
  });

  it("keeps its order where spaces and figures stand among Arabic words of another font", async () => {
    const words = "الاتفاق البحري (13,000) في 3 مايو 2021، ليبيا";
    const css = "p { font-family: 'IBM Plex Sans'; direction: rtl }";
    const [page = ""] = await copiedText(await renderBytes(css, `<p>${words}</p>`, "ar"));
    expect(page.trim()).toBe(words);
  });

  it.each([
    ["a word in bold", "أعلنت <b>الحكومة الليبية</b> اليوم قرارها."],
    ["part of a word in bold", "هذه ال<b>حكومة</b> جديدة"],
    ["quoted words in bold", "«<b>على جميع</b> القوات» أن تغادر"],
    ["English in brackets", "قالت وكالة (Reuters) ذلك أمس."],
    ["a span of years", "بين 2019–2021 وفي 10/05/2021 مساء"],
    ["an amount", "ثمن 5 دولارات ($5) و€10 و5 كم"],
    ["signs between emphasised words", "قال: <em>نعم</em>! <strong>لا</strong>؟ ربما…"],
    ["figures in brackets", "مرة [1] وأخرى [2، 3]."],
    ["vowel signs that end words", "قَالَ <b>مُحَمَّدٌ</b> ذَلِكَ، ثُمَّ ذَهَبَ."],
    ["a link", "<a href='https://example.org'>رابط إلى المصدر</a> ثم نص."],
    ["a row of cells", "<table><tr><td>السنة <td>2021 <td>Reuters <td>12%</table>"],
  ])("goes on as read from right to left: %s", async (_, body) => {
    const css = "body { font-family: Amiri; direction: rtl } td { padding: 0 6pt }";
    const [page = ""] = await copiedText(await renderBytes(css, body, "ar"));
    expect(page.replace(/\s+/g, " ").trim()).toBe(body.replace(/<[^>]*>/g, ""));
  });

  it.each([
    ["quoted words", "The phrase «السلام عليكم» is a greeting."],
    ["words in two fonts", "He wrote <b>بنغازي <i>طرابلس</i></b> and left."],
    ["brackets that are Arabic too", "Said <bdi lang='ar' dir='rtl'>(وكالة الأنباء)</bdi> today."],
    ["a vowel sign at the end", "Vowels مُحَمَّدٌ end it."],
  ])("has Arabic words among English ones in order: %s", async (_, body) => {
    const [page = ""] = await copiedText(await renderBytes("", `<p>${body}</p>`));
    expect(page.replace(/\s+/g, " ").trim()).toBe(body.replace(/<[^>]*>/g, ""));
  });
});
