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
      "html { font-size: 10pt } p { font-size: 2em; letter-spacing: 1em; word-spacing: 1rem }";
    const style = styleOf(css, "<p>word</p>");
    expect([style.fontSize, style.letterSpacing, style.wordSpacing]).toEqual([20, 20, 10]);
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

  it("prefers the heavier selector, whichever style sheet it stands in", () => {
    const page = `<style>p.a { color: red }</style><p class="a">word</p>`;
    const { pages } = setPages(page, { styleSheets: [{ css: "p { color: blue }" }] });
    const [mark] = pages[0]?.marks ?? [];
    expect(mark?.kind === "text" && mark.pieces[0]?.piece.source.style.color).toBe("#ff0000");
  });

  it("prefers what stands in no layer, later layers to earlier, and turns round for important", () => {
    const css = `@layer low, high;
      @layer high { p { letter-spacing: 2pt; color: #000002 !important; word-spacing: 2pt } }
      @layer low { #a { letter-spacing: 1pt; color: #000001 !important } }
      p { word-spacing: 3pt; color: #000003 !important }`;
    const style = styleOf(css, '<p id="a">word</p>');
    expect([style.letterSpacing, style.wordSpacing, style.color]).toEqual([2, 3, "#000001"]);
  });

  it("goes back to the usual look with revert, and to none with initial", () => {
    const css = "b { font-weight: 400 } .r { font-weight: revert } .i { font-weight: initial }";
    expect(styleOf(css, '<p><b class="r">word</b></p>').fontWeight).toBe(700);
    expect(styleOf(css, '<p><b class="i">word</b></p>').fontWeight).toBe(400);
  });

  it("keeps the earlier of two declarations when it cannot read the later", () => {
    expect(styleOf("p { color: red } p { color: no }", "<p>word</p>").color).toBe("#ff0000");
    const { diagnostics } = setPages(htmlPage("p { color: no; color: red }", "<p>word</p>"));
    expect(diagnostics).toEqual([]);
  });

  it("resolves variables where they are set, one within another's fallback", () => {
    const css = `:root { --x: red; --y: var(--x) } p { --x: blue; color: var(--y) }
      b { color: var(--none, var(--nor, rgb(1, 2, 3))) }`;
    expect(styleOf(css, "<p>word</p>").color).toBe("#ff0000");
    expect(styleOf(css, "<p><b>word</b></p>").color).toBe("#010203");
  });

  it("takes the colour of the parent for currentcolor", () => {
    const css = "div { color: red } p { color: currentcolor }";
    expect(styleOf(css, "<div><p>word</p></div>").color).toBe("#ff0000");
  });

  it("reads rules within rules, with and without &", () => {
    const css = `div { color: red; .b { font-weight: 600; letter-spacing: 1pt }
      & > p { word-spacing: 3pt; &.b { letter-spacing: 2pt } }
      @media print { font-style: italic } text-transform: uppercase }`;
    expect(styleOf(css, "<div><p class='b'>word</p></div>", "WORD")).toMatchObject({
      color: "#ff0000",
      fontWeight: 600,
      letterSpacing: 2,
      wordSpacing: 3,
      fontStyle: "italic",
      textTransform: "uppercase",
    });
    expect(setCleanPages(css, "<p>word</p>").pages).toHaveLength(1);
  });
});

describe("a condition", () => {
  const isRead = (rule: string) =>
    styleOf(`@page { size: 10cm 20cm } ${rule} { p { color: red } }`, "<p>word</p>").color ===
    "#ff0000";

  it.each([
    "@media print",
    "@media all and (min-width: 9cm)",
    "@media (width >= 10cm) and (height <= 20cm)",
    "@media (5cm < width < 11cm)",
    "@media screen, (orientation: portrait)",
    "@media not screen",
    "@media not all and (max-width: 9cm)",
    "@media (prefers-color-scheme: light) and (not (hover))",
    "@media ((color) and (scripting: none)) or (monochrome)",
    "@media only print",
    "@supports (display: flex)",
    "@supports (display: flex) and (not (display: ruby))",
    "@supports selector(p:has(> b)) or (color: no)",
    "@supports not (filter: blur(2px))",
  ])("holds: %s", (rule) => {
    expect(isRead(rule)).toBe(true);
  });

  it.each([
    "@media screen",
    "@media (min-width: 11cm)",
    "@media print and (orientation: landscape)",
    "@media (prefers-color-scheme: dark)",
    "@media (hover: hover), not print",
    "@supports (float: sideways)",
    "@supports selector(p::part(x))",
    "@supports (display: flex) and (display: ruby)",
  ])("does not hold: %s", (rule) => {
    expect(isRead(rule)).toBe(false);
  });
});

describe("an embedded font", () => {
  it("is skipped, however long, without a word", () => {
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
    expect(diagnose("@container (width > 1pt) { p { color: red } }")).toEqual([
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

  it.each([
    ["@pgae { size: A4 }", 'did you mean "@page"?'],
    ["@page { size: A44 }", "size takes A4, letter and the like, landscape, or lengths"],
    ["@page { size: 0 }", "size takes A4, letter and the like, landscape, or lengths"],
    ["@page { size: 1000000000pt }", "size takes A4, letter and the like, landscape, or lengths"],
    ["@page { margin: 20% }", "the margins of a page take lengths"],
    ["@page { colr: red }", 'did you mean "color"?'],
    ["@page { @top-centre { content: 'x' } }", 'did you mean "@top-center"?'],
    ["p::befor { content: 'x' }", 'did you mean "::before"?'],
    ["p > { color: red }", "give the element a class and match that"],
    ["p { color: red !importent }", 'templates/README.md says what "color" takes'],
  ])("is named with what to write instead: %s", (css, hint) => {
    const { diagnostics } = setPages(htmlPage(css, "<p>word</p>"));
    expect(diagnostics.map((each) => each.hint)).toEqual([hint]);
  });

  it("is passed over when only screens would see it", () => {
    expect(diagnose("a:hover { colour: blue } p { cursor: pointer; hyphens: auto }")).toEqual([]);
  });

  it("is said once, however many elements it touches", () => {
    const page = htmlPage("p { colour: blue }", "<p>a</p><p>b</p><div><p>c</p></div>");
    expect(setPages(page).diagnostics).toHaveLength(1);
  });

  it("is named with what to write instead", () => {
    const hints = (css: string) =>
      setPages(htmlPage(css, "<p>word</p>")).diagnostics.map(({ hint }) => hint);
    expect(hints("p { box-shadow: 1px 1px red }")).toEqual(["use a border"]);
    expect(hints("p { position: sticky }")).toEqual([
      "leave it out: the heads of tables come again on every page by themselves",
    ]);
    expect(hints("p { width: 50vw }")).toEqual([
      "paper has no viewport: use % of the box around it, or mm",
    ]);
    expect(hints("p { border-collapse: collpase }")).toEqual(['did you mean "collapse"?']);
    expect(hints("p { border-collapse: 3 }")).toEqual(["border-collapse takes separate, collapse"]);
    expect(hints(":root { --ink: red } p { color: var(--inc) }")).toEqual([
      'did you mean "--ink"?',
    ]);
    expect(hints("@import url(a.css);")).toEqual([
      'put the rules into this file, or link the other one with <link rel="stylesheet">',
    ]);
  });

  it("is named though no element has it", () => {
    expect(diagnose("table i { colour: red }")).toEqual(["brief.html:5:11 unsupported-property"]);
  });

  it("is named in the style sheet where a rule stands within another", () => {
    expect(diagnose("div {\n  color: red;\n  .b { colour: red }\n}")).toEqual([
      "brief.html:7:8 unsupported-property",
    ]);
  });

  it("leaves the rest of the rule standing", () => {
    expect(styleOf("p { colour: blue; color: red }", "<p>word</p>").color).toBe("#ff0000");
  });
});

describe("a hostile style sheet", () => {
  const codes = (css: string) => {
    const started = performance.now();
    const { diagnostics, pages } = setPages(htmlPage(css, "<p>word</p>"));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(pages).toHaveLength(1);
    return [...new Set(diagnostics.map(({ code }) => code))];
  };

  it("does not grow in the memory by its variables", () => {
    const doubled = Array.from(
      { length: 60 },
      (_, i) => `--v${i}: var(--v${i + 1}) var(--v${i + 1});`,
    );
    expect(codes(`:root { ${doubled.join("")} --v60: x } p { color: var(--v0) }`)).toEqual([
      "unsupported-value",
    ]);
    expect(codes("p { --a: var(--b); --b: var(--a); color: var(--a) }")).toEqual([
      "unsupported-value",
    ]);
  });

  it("is read up to a length, and named", () => {
    expect(codes(`/* ${"x".repeat(1_000_000)} */`)).toEqual(["css-too-long"]);
  });

  it("is read though it holds 100,000 selectors", () => {
    const names = Array.from({ length: 100_000 }, (_, i) => `.c${i}`);
    expect(codes(`${names.join()} { color: red }`)).toEqual([]);
  });

  it("is named when it is nested without end", () => {
    expect(codes("a{".repeat(20_000))).toEqual(["css-syntax"]);
    expect(codes(`${"& a{".repeat(50)}${"}".repeat(50)}`)).toEqual(["css-too-deep"]);
    expect(codes(`p { color: ${"(".repeat(100_000)} }`).length).toBeGreaterThan(0);
    expect(codes(`p:not(${":is(".repeat(10_000)} { color: red }`).length).toBeGreaterThan(0);
    expect(codes(`@media ${"(not ".repeat(10_000)} { p { color: red } }`)).toEqual([
      "unsupported-media",
    ]);
  });

  it("ends its remarks after some hundreds", () => {
    const faults = Array.from({ length: 5000 }, (_, i) => `p { x${i}: y }`).join("\n");
    const { diagnostics } = setPages(htmlPage(faults, "<p>word</p>"));
    expect(diagnostics.length).toBeLessThan(600);
    expect(diagnostics.at(-1)?.message).toBe("4500 further remarks on the page are left out");
  });
});
