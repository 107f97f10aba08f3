import { describe, expect, it } from "vitest";
import { placedLines, setCleanPages, wordsOnPages } from "./page.js";

const CSS = "ul, ol { margin: 0; padding: 0 0 0 30pt }";
const set = (css: string, body: string) => setCleanPages(`${CSS} ${css}`, body);
const words = (css: string, body: string) => wordsOnPages(set(css, body).pages).flat();
const lines = (css: string, body: string) => placedLines(set(css, body).pages[0]);
const markers = (css: string, body: string) =>
  words(css, body).filter((_, index) => index % 2 === 0);

describe("list items", () => {
  it("are numbered in every way that counters are", () => {
    const numbers = (type: string) =>
      markers(`ol { list-style-type: ${type} }`, '<ol start="4"><li>x</li><li>x</li></ol>');
    expect(numbers("lower-roman")).toEqual(["iv.", "v."]);
    expect(numbers("upper-alpha")).toEqual(["D.", "E."]);
    expect(numbers("decimal-leading-zero")).toEqual(["04.", "05."]);
    expect(numbers('"– "')).toEqual(["–", "–"]);
  });

  it("count down where the list is reversed, and on from a value of their own", () => {
    expect(markers("", "<ol reversed><li>x</li><li>x</li></ol>")).toEqual(["2.", "1."]);
    expect(markers("", '<ol><li>x</li><li value="7">x</li><li>x</li></ol>')).toEqual([
      "1.",
      "7.",
      "8.",
    ]);
  });

  it("take the type that an attribute asks for", () => {
    expect(markers("", '<ol type="a"><li>x</li></ol><ol type="A"><li>x</li></ol>')).toEqual([
      "a.",
      "A.",
    ]);
  });

  it("have another bullet on each level", () => {
    const nested = "<ul><li>x<ul><li>x<ul><li>x</li></ul></li></ul></li></ul>";
    expect(markers("", nested)).toEqual(["•", "◦", "▪"]);
  });

  it("have a marker with a look and words of its own", () => {
    const css = 'li::marker { content: "→"; color: #ff0000 }';
    const { pages } = set(css, "<ul><li>x</li></ul>");
    const [mark] = pages[0]?.marks ?? [];
    const piece = mark?.kind === "text" ? mark.pieces[0]?.piece : undefined;
    expect([piece?.text, piece?.source.style.color]).toEqual(["→", "#ff0000"]);
  });

  it("keep their marker on the first line of the block they hold, however high", () => {
    const css = "p { margin: 5pt 0; font-size: 20pt; line-height: 40pt } div { padding-top: 3pt }";
    const [marker, first] = lines(css, "<ul><li><div><p>x</p></div></li></ul>");
    expect(marker?.split(" ")[1]).toBe(first?.split(" ")[1]);
  });

  it("begin with their marker where it stands inside", () => {
    const css = "ul { list-style: square inside }";
    expect(lines(css, "<ul><li>x</li></ul>")).toEqual(["50 30 ▪ x"]);
    expect(words(css, "<ul><li><p>x</p></li></ul>")).toEqual(["▪ x"]);
  });

  it("nest thirty deep", () => {
    const nested = `${"<ul><li>x".repeat(30)}${"</li></ul>".repeat(30)}`;
    expect(markers("ul { padding-left: 5pt }", nested)).toHaveLength(30);
  });

  it("are numbered in time that grows with their number", () => {
    const list = `<ol>${"<li>x</li>".repeat(5000)}</ol>`;
    expect(words("", list).at(-2)).toBe("5000.");
  });
});

describe("quotations", () => {
  it("have the marks of the language around them, by depth", () => {
    const body = "<p><q>a <q>b</q></q></p>";
    const said = (language: string) =>
      wordsOnPages(setCleanPages("", body, language).pages).flat()[0];
    expect(said("en")).toBe("“a ‘b’”");
    expect(said("de")).toBe("„a ‚b‘“");
    expect(said("ru")).toBe("«a „b“»");
  });

  it("have the marks that the page asks for", () => {
    expect(words('q { quotes: "<" ">" }', "<p><q>a</q></p>")).toEqual(["<a>"]);
  });
});
