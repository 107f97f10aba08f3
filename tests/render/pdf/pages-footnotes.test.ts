import { describe, expect, it } from "vitest";
import { placedBoxes, placedLines, renderBytes, setCleanPages, wordsOnPages } from "./page.js";
import { structureOf } from "./structure.js";

/** Notes on lines of 10 pt, 8 + 0.5 + 4 pt under the text. */
const CSS = ".n { float: footnote; font: 8pt/10pt 'IBM Plex Sans' } .n .n2 { color: red }";
const note = (words: string) => `<span class="n">${words}</span>`;
const paragraphs = (count: number, name = "l") =>
  Array.from({ length: count }, (_, index) => `<p>${name}${index + 1}</p>`).join("");
const setWords = (css: string, body: string) => wordsOnPages(setCleanPages(CSS + css, body).pages);
const broken = (count: number, name = "n") =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}`).join("<br>");

describe("footnotes", () => {
  it("stand at the foot of the page, numbered as they are called", () => {
    const { pages } = setCleanPages(CSS, `<p>one${note("first")} two${note("second")}.</p>`);
    expect(placedLines(pages[0])).toEqual([
      "20 30 one1 two2.",
      "20 208 1. first",
      "20 218 2. second",
    ]);
    expect(placedBoxes(pages[0])).toEqual(["20 195 300 25"]);
  });

  it("go where their call goes", () => {
    const pages = setWords("", `${paragraphs(15)}<p>call${note("note")}</p>`);
    expect(pages.map((page) => page.length)).toEqual([15, 2]);
    expect(pages[1]).toEqual(["call1", "1. note"]);
  });

  it("leave the page to the text that they have room beside", () => {
    const pages = setWords("", `<p>call${note("note")}</p>${paragraphs(20)}`);
    expect(pages.map((page) => page.length)).toEqual([15, 7]);
    expect(pages[0]?.at(-1)).toBe("1. note");
  });

  it("go on at the foot of the next page when they are long", () => {
    const pages = setWords(
      "",
      `${paragraphs(12)}<p>call${note(broken(8))}</p>${paragraphs(3, "m")}`,
    );
    expect(pages[0]?.slice(12)).toEqual(["call1", "1. n1", "n2", "n3"]);
    expect(pages[1]).toEqual(["m1", "m2", "m3", "n4", "n5", "n6", "n7", "n8"]);
  });

  it("take as many pages as they need when they are longer than one, and the text goes on above", () => {
    const pages = setWords("", `<p>call${note(broken(40))}</p>${paragraphs(24, "m")}`);
    const notes = pages.map((page) => page.filter((word) => /^(1\. )?n/.test(word)).length);
    expect(notes.reduce((sum, each) => sum + each)).toBe(40);
    expect(pages.flat().filter((word) => word.startsWith("m"))).toHaveLength(24);
    expect(pages[1]?.[0]).toBe("m13");
  });

  it("may be called from lists, tables and flex rows", () => {
    const css =
      "td { padding: 0 } table { border-spacing: 0 } .f { display: flex } ul { margin: 0 }";
    const body = `<ul><li>a${note("A")}</li></ul><table><tr><td>b${note("B")}</td><td>c${note("C")}</td></tr></table>
      <div class="f"><p>d${note("D")}</p><div style="display: inline-block">e${note("E")}</div></div>`;
    expect(setWords(css, body)[0]?.slice(-5)).toEqual(["1. A", "2. B", "3. C", "4. D", "5. E"]);
  });

  it("keep a table's row and the notes of its cells on one page", () => {
    const css = "td { padding: 0 } table { border-spacing: 0 }";
    const rows = Array.from(
      { length: 20 },
      (_, index) => `<tr><td>r${index + 1}${note(`N${index + 1}`)}</td></tr>`,
    );
    const pages = setWords(css, `<table>${rows.join("")}</table>`);
    expect(pages.map((page) => page.length)).toEqual([16, 16, 8]);
    expect(pages[1]).toEqual(
      [9, 10, 11, 12, 13, 14, 15, 16]
        .map((n) => `r${n}${n}`)
        .concat([9, 10, 11, 12, 13, 14, 15, 16].map((n) => `${n}. N${n}`)),
    );
  });

  it("look as the style sheet says: call, number and line", () => {
    const css = `.n::footnote-call { content: "[" counter(footnote, lower-alpha) "]"; vertical-align: baseline; font-size: 10pt }
      .n::footnote-marker { content: counter(footnote, lower-alpha) ") " }
      @page { @footnote { border-top: 2pt solid red; padding-top: 0; margin-top: 0 } }`;
    const { pages } = setCleanPages(CSS + css, `<p>one${note("first")}</p>`);
    expect(placedLines(pages[0])).toEqual(["20 30 one[a]", "20 218 a) first"]);
    expect(placedBoxes(pages[0])).toEqual(["20 208 300 12"]);
  });

  it("are shown even when something laid over the text calls them", () => {
    const css = ".o { position: absolute; top: 40pt }";
    expect(
      setWords(
        css,
        `<div style="position: relative"><p>a</p><div class="o">over${note("note")}</div></div>`,
      ).flat(),
    ).toContain("1. note");
  });

  it("are notes in the structure, beside the reference that calls them", async () => {
    const body = `<p>One${note("first")}${note("<em>second</em>")} and on.</p>`;
    expect(
      (await structureOf(await renderBytes(CSS, body))).split("\n").slice(1),
    ).toMatchInlineSnapshot(`
      [
        "  P: One [Reference] [Note] [Reference] [Note] and on.",
        "    Reference: 1",
        "    Note",
        "      Lbl: 1.",
        "      P: first",
        "    Reference: 2",
        "    Note",
        "      Lbl: 2.",
        "      P",
        "        Span: second",
      ]
    `);
  });

  it("may hold paragraphs", () => {
    const body = `<div>call<div class="n"><p>one</p><p>two</p></div></div>`;
    expect(setWords("", body)[0]).toEqual(["call1", "1. one", "two"]);
  });
});
