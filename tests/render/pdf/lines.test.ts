import { describe, expect, it } from "vitest";
import { placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

const linesOf = (css: string, body: string, language?: string) =>
  wordsOnPages(setCleanPages(css, body, language).pages).flat();

describe("lines", () => {
  it("break at spaces, which are not seen at their end", () => {
    const lines = linesOf("p { width: 60pt }", "<p>one two three four five</p>");
    expect(lines).toEqual(["one two", "three four", "five"]);
  });

  it("do not break at a no-break space", () => {
    expect(linesOf("p { width: 50pt }", "<p>in the 9&nbsp;May&nbsp;2021 note</p>")).toEqual([
      "in the",
      "9\u00a0May\u00a02021",
      "note",
    ]);
  });

  it("keep a citation with the word before it", () => {
    const css = "p { width: 64pt } a { white-space: nowrap }";
    expect(linesOf(css, "<p>all mercenaries<a> [1][2]</a> left</p>")).toEqual([
      "all",
      "mercenaries [1][2]",
      "left",
    ]);
  });

  it("break where the page says so", () => {
    expect(linesOf("", "<p>one<br>two<br><br>three</p>")).toEqual(["one", "two", "three"]);
    const [first, second, third] = placedLines(setCleanPages("", "<p>a<br><br>b</p>").pages[0]);
    expect([first, second, third]).toEqual(["20 30 a", "20 54 b", undefined]);
  });

  it("let a word that is too long run over, unless it may be cut", () => {
    expect(linesOf("p { width: 40pt }", "<p>a incomprehensibilities b</p>")).toEqual([
      "a",
      "incomprehensibilities",
      "b",
    ]);
    const cut = linesOf(
      "p { width: 40pt; overflow-wrap: anywhere }",
      "<p>incomprehensibilities</p>",
    );
    expect(cut.length).toBeGreaterThan(1);
    expect(cut.join("")).toBe("incomprehensibilities");
  });

  it("are as high as the style says, small raised text or not", () => {
    const css = "sup { font-size: 7pt; line-height: 0; vertical-align: 3pt }";
    const { pages } = setCleanPages(css, "<p>one<sup>[1]</sup></p><p>two</p>");
    expect(placedLines(pages[0])).toEqual(["20 30 one[1]", "20 42 two"]);
  });

  it("stand left, right or in the middle", () => {
    const css = ".r { text-align: right } .c { text-align: center }";
    const { pages } = setCleanPages(css, '<p>mm</p><p class="r">mm</p><p class="c">mm</p>');
    expect(placedLines(pages[0])).toEqual(["20 30 mm", "303 42 mm", "161 54 mm"]);
  });

  it("collapse white space across elements", () => {
    expect(linesOf("", "<p> a <b> b </b> c\n\n d </p>")).toEqual(["a b c d"]);
  });

  it("set letters in capitals by the rules of their language", () => {
    const css = "p { text-transform: uppercase }";
    expect(linesOf(css, "<p>istanbul ışık</p>", "tr")).toEqual(["İSTANBUL IŞIK"]);
    expect(linesOf(css, "<p>istanbul</p>", "en")).toEqual(["ISTANBUL"]);
    expect(linesOf(css, '<p lang="not a language!">istanbul</p>')).toEqual(["ISTANBUL"]);
  });

  it("compose letters that come in parts", () => {
    expect(linesOf("", "<p>C\u0327avus\u0327og\u0306lu</p>")).toEqual(["Çavuşoğlu"]);
  });

  it("hold boxes that shrink to their words", () => {
    const css = "span { display: inline-block; padding: 0 5pt; background: black; color: white }";
    const { pages } = setCleanPages(css, "<p>a <span>mm</span> b</p>");
    const [box] = placedBoxes(pages[0]);
    expect(box).toBe("28 20 27 12");
    expect(placedLines(pages[0])).toEqual(["20 30 a ", "33 30 mm", "55 30  b"]);
  });

  it("carry the frame of an inline element over a break, open where it is cut", () => {
    const css = "p { width: 50pt } b { border: 1pt solid red; padding: 0 2pt }";
    const { pages } = setCleanPages(css, "<p>a <b>long words here</b></p>");
    const edges = pages[0]?.marks.flatMap((mark) =>
      mark.kind === "box" ? [[mark.edges.left, mark.edges.right]] : [],
    );
    expect(edges?.at(0)).toEqual([true, false]);
    expect(edges?.at(-1)).toEqual([false, true]);
  });
});

describe("generated words", () => {
  it("stand before and after an element", () => {
    const css = 'q::before { content: "«" } q::after { content: "»" }';
    expect(linesOf(css, "<p><q>word</q></p>")).toEqual(["«word»"]);
  });

  it("number list items, from where the list starts", () => {
    const body = '<ol start="3"><li>a</li><li value="9">b</li><li>c</li></ol>';
    expect(linesOf("", body)).toEqual(["3.", "a", "9.", "b", "10.", "c"]);
  });

  it("give a bullet to an item that holds a block", () => {
    const { pages } = setCleanPages("ul { margin: 0 }", "<ul><li><p>word</p></li></ul>");
    const [bullet, word] = placedLines(pages[0]);
    expect(word).toBe("50 30 word");
    expect(bullet).toMatch(/^4\d 30 •$/);
  });

  it("lay a positioned square over its item without taking room", () => {
    const css = `ul { margin: 0; padding: 0; list-style: none }
      li { position: relative; padding-left: 12pt }
      li::before { content: ""; position: absolute; left: 1pt; top: 4pt; width: 5pt; height: 5pt;
        background: red }`;
    const { pages } = setCleanPages(css, "<ul><li>word</li></ul>");
    expect(placedBoxes(pages[0])).toEqual(["21 24 5 5"]);
    expect(placedLines(pages[0])).toEqual(["32 30 word"]);
  });
});
