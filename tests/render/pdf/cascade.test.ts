import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../../src/model/diagnostic.js";
import { setPages } from "../../../src/render/pdf/index.js";
import type { TextPiece } from "../../../src/render/pdf/inline/piece.js";
import { htmlPage, setCleanPages, wordsOnPages } from "./page.js";

/** The style in which a word was set. */
function styleOf(css: string, body: string, word = "word"): TextPiece["source"]["style"] {
  const { pages } = setPages(htmlPage(css, body));
  for (const mark of pages.flatMap((page) => page.marks)) {
    if (mark.kind !== "text") continue;
    const found = mark.pieces.find(({ piece }) => piece.text === word);
    if (found) return found.piece.source.style;
  }
  throw new Error(`"${word}" is on no page`);
}

describe("the cascade", () => {
  it("prefers an id to a class to an element, whatever their order", () => {
    const css = "#a { color: #0000ff } .b { color: #00ff00 } p { color: #ff0000 }";
    expect(styleOf(css, '<p id="a" class="b">word</p>').color).toBe("#0000ff");
    expect(styleOf(css, '<p class="b">word</p>').color).toBe("#00ff00");
    expect(styleOf(css, "<p>word</p>").color).toBe("#ff0000");
  });

  it("prefers the later of two rules of the same weight", () => {
    expect(styleOf(".a { color: red } .b { color: blue }", '<p class="b a">word</p>').color).toBe(
      "#0000ff",
    );
  });

  it("prefers the style attribute to every rule but an important one", () => {
    const body = '<p id="a" style="color: red; letter-spacing: 1pt">word</p>';
    const style = styleOf("#a { color: blue !important; letter-spacing: 2pt }", body);
    expect(style.color).toBe("#0000ff");
    expect(style.letterSpacing).toBe(1);
  });

  it("inherits the font and not the margin", () => {
    const body = "<div><p>word</p></div>";
    const style = styleOf("div { font-weight: 600; margin-left: 9pt }", body);
    expect(style.fontWeight).toBe(600);
    expect(style.marginLeft).toBe(0);
  });

  it("inherits a line height factor as a factor and a length as a length", () => {
    const body = '<div><p style="font-size: 20pt">word</p></div>';
    expect(styleOf("div { line-height: 1.5 }", body).lineHeight).toEqual({ factor: 1.5 });
    expect(styleOf("div { line-height: 1.5em }", body).lineHeight).toBe(15);
  });

  it("reads custom properties, their fallbacks, and one within another", () => {
    const css = ":root { --a: #123456; --b: var(--a) } p { color: var(--b) }";
    expect(styleOf(css, "<p>word</p>").color).toBe("#123456");
    expect(styleOf("p { color: var(--none, #00ff00) }", "<p>word</p>").color).toBe("#00ff00");
  });

  it("measures em in the element's font and rem in the root's", () => {
    const css =
      "html { font-size: 10pt } p { font-size: 2em; letter-spacing: 1em; text-indent: 1rem }";
    const style = styleOf(css, "<p>word</p>");
    expect([style.fontSize, style.letterSpacing, style.textIndent]).toEqual([20, 20, 10]);
  });

  it("takes px for three quarters of a point", () => {
    expect(styleOf("p { font-size: 16px }", "<p>word</p>").fontSize).toBe(12);
  });

  it("honours what is for print and ignores what is for screens", () => {
    const css = "@media print { p { color: red } } @media screen { p { color: blue } }";
    expect(styleOf(css, "<p>word</p>").color).toBe("#ff0000");
  });

  it("matches children, siblings, positions and attributes", () => {
    const css = `div > p { font-weight: 700 } p:nth-child(2) { letter-spacing: 1pt }
      p:last-of-type { color: red } [data-x="1"] { font-style: italic }`;
    const style = styleOf(css, '<div><p>first</p><p data-x="1">word</p></div>');
    expect(style).toMatchObject({
      fontWeight: 700,
      letterSpacing: 1,
      color: "#ff0000",
      fontStyle: "italic",
    });
  });

  it("skips embedded fonts, however long, without a word", () => {
    const css = `@font-face { font-family: X; src: url(data:font/woff2;base64,${"A".repeat(60_000)}) }
      p { color: red }`;
    expect(setCleanPages(css, "<p>word</p>").pages).toHaveLength(1);
    expect(styleOf(css, "<p>word</p>").color).toBe("#ff0000");
  });
});

describe("the words of the page", () => {
  it("are not taken for embedded fonts", () => {
    const body = "<p>@font-face { in } words</p>";
    expect(wordsOnPages(setCleanPages("", body).pages).flat()).toEqual(["@font-face { in } words"]);
  });
});

describe("what lies outside the subset", () => {
  const diagnose = (css: string) =>
    setPages(htmlPage(css, "<p>word</p>"), { file: "brief.html" }).diagnostics.map(
      ({ code, place }) => `${place?.file}:${place?.line}:${place?.column} ${code}`,
    );

  it("is named with its place in the page", () => {
    const font = "@font-face { font-family: X;\nsrc: url(data:,x) }";
    expect(diagnose(`${font}\n p { color: no }`)).toEqual(["brief.html:7:6 unsupported-value"]);
    expect(diagnose("p { colour: red }")).toEqual(["brief.html:5:5 unsupported-property"]);
    expect(diagnose("p { color: no }")).toEqual(["brief.html:5:5 unsupported-value"]);
    expect(diagnose("p::first-letter { color: red }")).toEqual([
      "brief.html:5:1 unsupported-selector",
    ]);
    expect(diagnose("@supports (x: y) { p { color: red } }")).toEqual([
      "brief.html:5:1 unsupported-at-rule",
    ]);
    expect(diagnose("@page { @left-side { content: 'x' } }")).toEqual([
      "brief.html:5:22 unsupported-margin-box",
    ]);
  });

  it("is named with its place in the style sheet where that has a file", () => {
    const sheet = { file: "weekly/style.css", css: "p {\n  colour: red;\n}" };
    const { diagnostics } = setPages("<p>word</p>", { styleSheets: [sheet] });
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'warning: weekly/style.css:2:3 the PDF knows no property "colour"\n  hint: did you mean "color"?',
    ]);
  });

  it("is named with its place in the page where it stands in an attribute", () => {
    const { diagnostics } = setPages('<title>T</title>\n<p style="colour: red">word</p>');
    expect(diagnostics[0]?.place).toEqual({ file: "page.html", line: 2, column: 11 });
  });

  it("is passed over when only screens would see it", () => {
    expect(diagnose("a:hover { colour: blue } p { cursor: pointer; hyphens: auto }")).toEqual([]);
  });

  it("is said once, however many elements it touches", () => {
    const page = htmlPage("p { colour: blue }", "<p>a</p><p>b</p><div><p>c</p></div>");
    expect(setPages(page).diagnostics).toHaveLength(1);
  });

  it("leaves the rest of the rule standing", () => {
    expect(styleOf("p { colour: blue; color: red }", "<p>word</p>").color).toBe("#ff0000");
  });
});
