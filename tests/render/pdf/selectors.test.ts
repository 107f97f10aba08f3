import { describe, expect, it } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { htmlPage, setCleanPages } from "./page.js";

/** The words that a selector makes bold. */
function chosen(selector: string, body: string): string[] {
  const { pages } = setCleanPages(
    `p, li, b { font-weight: 400 } ${selector} { font-weight: 700 }`,
    body,
  );
  return pages.flatMap((page) =>
    page.marks.flatMap((mark) =>
      mark.kind === "text"
        ? mark.pieces.flatMap(({ piece }) =>
            piece.source.style.fontWeight === 700 ? [piece.text.trim()] : [],
          )
        : [],
    ),
  );
}

const FIVE = "<div><p>a</p><hr><p class='m'>b</p><p>c</p><p class='m'>d</p></div>";

describe("a selector", () => {
  it.each([
    ["p:nth-child(2n+1)", ["a", "b", "d"]],
    ["p:nth-child(even)", ["c"]],
    ["p:nth-child(-n+3)", ["a", "b"]],
    ["p:nth-last-child(2)", ["c"]],
    ["p:nth-of-type(2)", ["b"]],
    ["p:nth-last-of-type(1)", ["d"]],
    ["p:nth-child(2 of .m)", ["d"]],
    ["p:nth-last-child(2 of .m)", ["b"]],
    ["p:first-of-type, p:last-of-type", ["a", "d"]],
    ["p:not(.m):not(:first-child)", ["c"]],
    ["hr ~ p:not(.m)", ["c"]],
    ["hr + p", ["b"]],
    ["p:is(.m, :first-child)", ["a", "b", "d"]],
    ["div:has(> hr) > .m", ["b", "d"]],
    ["p:has(+ hr)", ["a"]],
    ["p:has(~ .m ~ .m)", ["a"]],
    ["p:where(#none, .m):nth-child(3)", ["b"]],
    [":root > body P.m", ["b", "d"]],
  ])("%s chooses %j", (selector, expected) => {
    expect(chosen(selector, FIVE)).toEqual(expected);
  });

  it("compares attributes in every way, with case or without", () => {
    const body = '<p data-x="one Two">a</p><p data-x="one-2">b</p><p>c</p>';
    const matches = (attribute: string) => chosen(`p[${attribute}]`, body).join("");
    expect(matches("data-x")).toBe("ab");
    expect(matches('data-x~="Two"')).toBe("a");
    expect(matches('data-x~="two"')).toBe("");
    expect(matches('data-x~="two" i')).toBe("a");
    expect(matches("data-x|=one")).toBe("b");
    expect(matches('data-x^="one"')).toBe("ab");
    expect(matches('data-x$="2"')).toBe("b");
    expect(matches('data-x*="e T"')).toBe("a");
  });

  it("knows the language and the direction of an element", () => {
    const body = '<p lang="en-GB">a</p><div lang="ar" dir="rtl"><p>b</p></div><p>c</p>';
    expect(chosen("p:lang(en)", body)).toEqual(["a", "c"]);
    expect(chosen("p:lang(ar, tr)", body)).toEqual(["b"]);
    expect(chosen("p:dir(rtl)", body)).toEqual(["b"]);
  });

  it("knows what is empty, alone or a link", () => {
    const body = '<p></p><div><p>a</p></div><p><a href="#x">b</a><a>c</a></p>';
    expect(chosen("p:only-child", body)).toEqual(["a"]);
    expect(chosen("p:empty + div p", body)).toEqual(["a"]);
    expect(chosen("a:any-link", body)).toEqual(["b"]);
  });

  it("weighs what stands in :is() and :not(), and not what stands in :where()", () => {
    const css = `:is(#none, p) { letter-spacing: 1pt } :where(#a) { letter-spacing: 2pt }
      p.b { letter-spacing: 3pt }`;
    const { pages } = setCleanPages(css, '<p id="a" class="b">a</p>');
    const [mark] = pages[0]?.marks ?? [];
    const style = mark?.kind === "text" ? mark.pieces[0]?.piece.source.style : undefined;
    expect(style?.letterSpacing).toBe(1);
  });

  it("chooses nothing for what only a screen has", () => {
    expect(chosen("p:hover, p::selection, p:not(p):focus, :popover-open p", FIVE)).toEqual([]);
  });

  it("is named when it cannot be matched, with what to write instead", () => {
    const { diagnostics } = setPages(
      htmlPage("p::first-letter, p:frist-child, x|p { color: red }", "<p>a</p>"),
    );
    expect(diagnostics.map(({ message, hint }) => `${message}: ${hint}`)).toEqual([
      'the PDF cannot match ::first-letter in "p::first-letter": put the letter into a <span>',
      'the PDF cannot match :frist-child in "p:frist-child": did you mean ":first-child"?',
      'the PDF cannot match a namespace in "x|p": give the element a class and match that',
    ]);
  });

  it("costs no more than the elements it looks at, however it is written", () => {
    const rows = "<p>a</p>".repeat(3000);
    const css = `p:nth-child(odd), p:nth-last-of-type(3n), * ~ * ~ * ~ * ~ i, p:only-child,
      body * * * * u, p:has(~ .x), *:has(~ p ~ p ~ i) { color: red }`;
    const before = performance.now();
    const { diagnostics } = setPages(htmlPage(css, rows));
    expect(performance.now() - before).toBeLessThan(4000);
    expect(diagnostics.map(({ code }) => code)).toEqual(["costly-selector"]);
  });
});
