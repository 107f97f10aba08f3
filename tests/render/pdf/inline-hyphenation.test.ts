import { describe, expect, it } from "vitest";
import { hyphenateWord } from "../../../src/render/pdf/inline/hyphen-patterns.js";
import { copiedText, renderBytes, setCleanPages, wordsOnPages } from "./page.js";

const linesOf = (css: string, body: string, language?: string) =>
  wordsOnPages(setCleanPages(css, body, language).pages)
    .flat()
    .map((line) => line.replace("\u00ad", "-"));

const syllables = (word: string, language: string) => {
  const cuts = [0, ...hyphenateWord(word, language), word.length];
  return cuts
    .slice(1)
    .map((end, index) => word.slice(cuts[index], end))
    .join("-");
};

describe("hyphenation", () => {
  it("knows the syllables of eight languages", () => {
    expect(syllables("hyphenation", "en")).toBe("hy-phen-ation");
    expect(syllables("aluminium", "en-GB")).toBe("alu-mini-um");
    expect(syllables("Cumhurbaşkanlığı", "tr")).toBe("Cum-hur-baş-kan-lı-ğı");
    expect(syllables("правительство", "ru")).toBe("пра-ви-тель-ство");
    expect(syllables("κυβέρνηση", "el")).toBe("κυ-βέρ-νη-ση");
    expect(syllables("gouvernement", "fr")).toBe("gou-ver-ne-ment");
    expect(syllables("Außenminister", "de")).toBe("Au-ßen-mi-nis-ter");
    expect(syllables("ministerio", "es")).toBe("mi-nis-te-rio");
    expect(syllables("mercenario", "it")).toBe("mer-ce-na-rio");
  });

  it("leaves languages without patterns, and short words, whole", () => {
    expect(hyphenateWord("ministerie", "nl")).toEqual([]);
    expect(hyphenateWord("ministerie", "no language")).toEqual([]);
    expect(hyphenateWord("into", "en")).toEqual([]);
  });

  it("divides words where hyphens: auto says so, and nowhere else", () => {
    const body = "<p>the mercenaries</p>";
    expect(linesOf("p { width: 50pt; hyphens: auto }", body)).toEqual(["the merce-", "naries"]);
    expect(linesOf("p { width: 50pt }", body)).toEqual(["the", "mercenaries"]);
  });

  it("divides at soft hyphens however many a word has", () => {
    for (const css of ["p { width: 50pt }", "p { width: 50pt; text-align: justify }"]) {
      const lines = linesOf(css, `<p>${"mer&shy;ce&shy;na&shy;ries&shy;".repeat(60)}end</p>`);
      expect(lines.length).toBeGreaterThan(60);
    }
  });

  it("divides a word only where its writer did, if he did", () => {
    const body = "<p>the mer&shy;cenaries left</p>";
    expect(linesOf("p { width: 50pt }", body)).toEqual(["the mer-", "cenaries", "left"]);
    expect(linesOf("p { width: 50pt; hyphens: auto }", body)[0]).toBe("the mer-");
    expect(linesOf("p { width: 50pt; hyphens: none }", body)[0]).toBe("the");
    expect(linesOf("", body)).toEqual(["the mercenaries left"]);
  });

  it("divides a word although a citation clings to it", () => {
    const css = "p { width: 64pt; hyphens: auto } a { white-space: nowrap }";
    const lines = linesOf(css, "<p>the mercenaries<a>[12]</a></p>");
    expect(lines).toEqual(["the merce-", "naries[12]"]);
  });

  it("does not divide a word that goes on in another element", () => {
    const css = "p { width: 30pt; hyphens: auto }";
    expect(linesOf(css, "<p>merce<b>naries</b></p>")).toEqual(["mercenaries"]);
  });

  it("gives the whole word back to who copies it", async () => {
    const css = "p { width: 50pt; hyphens: auto }";
    const [text] = await copiedText(await renderBytes(css, "<p>the mercenaries</p>"));
    // This reader drops the U+00AD; what matters is that it finds no hyphen.
    expect(text?.replace(/\u00ad?\n/g, "")).toBe("the mercenaries");
  });
});
