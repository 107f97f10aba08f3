import { describe, expect, it } from "vitest";
import { setPages } from "../../../src/render/pdf/index.js";
import { htmlPage, placedPieces, setCleanPages, wordsOnPages } from "./page.js";

const setWords = (css: string, body: string) => wordsOnPages(setCleanPages(css, body).pages);
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `<p>l${index + 1}</p>`).join("");

describe("counters", () => {
  it("number headings and the sections within them", () => {
    const css = `h2, h3, h4 { font: inherit; margin: 0 } h2 { counter-increment: chapter; counter-reset: section }
      h3 { counter-increment: section } h2::before { content: counter(chapter, upper-roman) ". " }
      h3::before { content: counter(chapter) "." counter(section) " " }`;
    const body = "<h2>A</h2><h3>a</h3><h3>b</h3><h2>B</h2><h3>c</h3>";
    expect(setWords(css, body)[0]).toEqual(["I. A", "1.1 a", "1.2 b", "II. B", "2.1 c"]);
  });

  it("nest, and go on after the element that began them", () => {
    const css = `div { counter-reset: item } p { counter-increment: item } p::before { content: counters(item, ".") " " }`;
    const body = "<div><p>a</p><div><p>b</p><p>c</p></div><p>d</p></div><div><p>e</p></div>";
    expect(setWords(css, body)[0]).toEqual(["1 a", "1.1 b", "1.2 c", "1.3 d", "1 e"]);
  });

  it("are written in many styles", () => {
    const write = (style: string, number: number) =>
      setWords(
        `p { counter-reset: n ${number} } p::before { content: counter(n, ${style}) }`,
        "<p></p>",
      )[0]?.[0];
    expect(write("decimal-leading-zero", 7)).toBe("07");
    expect(write("lower-alpha", 28)).toBe("ab");
    expect(write("upper-roman", 1994)).toBe("MCMXCIV");
    expect(write("lower-roman", 0)).toBe("0");
    expect(write("lower-greek", 3)).toBe("γ");
  });

  it("count the items of lists", () => {
    const css =
      'ol { list-style: none; padding: 0; margin: 0 } li::before { content: counters(list-item, ".") " " }';
    expect(setWords(css, '<ol start="3"><li>a</li><li value="9">b</li><li>c</li></ol>')[0]).toEqual(
      ["3 a", "9 b", "10 c"],
    );
  });

  it("number pages anew where an element asks for it", () => {
    const css = `@page { @bottom-center { content: counter(page) } } .one { break-before: page; counter-reset: page 1 }`;
    const pages = setWords(css, `${paragraphs(20)}<p class="one">x</p>`);
    expect(pages.map((page) => page.at(-1))).toEqual(["1", "2", "1"]);
  });
});

describe("cross references", () => {
  it("name the page and the words of what they refer to, before it and after it", () => {
    const css = `a::after { content: " (" target-text(attr(href)) ", page " target-counter(attr(href), page) ")" }`;
    const body = `<p><a href="#b">see</a></p><p id="a">Alpha</p>${paragraphs(20)}<p id="b">Beta</p><p><a href="#a">see</a></p>`;
    const pages = setWords(css, body);
    expect(pages[0]?.[0]).toBe("see (Beta, page 2)");
    expect(pages[1]?.at(-1)).toBe("see (Alpha, page 1)");
  });

  it("leave no gap where a number is shorter than the room kept for it", () => {
    const css = 'b::after { content: target-counter("#x", page) }';
    const [line] = setCleanPages(css, '<p id="x"><b></b>|</p>').pages[0]?.marks ?? [];
    const pieces = line?.kind === "text" ? line.pieces : [];
    expect(pieces.map(({ piece }) => piece.text).join("")).toBe("1|");
    expect((pieces[1]?.x ?? 0) - (pieces[0]?.x ?? 0)).toBeCloseTo(pieces[0]?.piece.width ?? 0, 1);
  });

  it("name an element's own counter", () => {
    const css = `figure { counter-increment: figure; margin: 0 } a::after { content: "figure " target-counter(attr(href), figure) }`;
    expect(
      setWords(css, '<p><a href="#f"></a></p><figure>x</figure><figure id="f">y</figure>')[0]?.[0],
    ).toBe("figure 2");
  });

  it("make a contents page: titles, dots, and numbers at the right edge", () => {
    const css = `nav ol { margin: 0; padding: 0; list-style: none } a::after { content: leader(".") target-counter(attr(href), page) }
      h2 { font: inherit; margin: 0; break-before: page }`;
    const contents = ["One", "Two, which is longer"].map(
      (title, index) => `<li><a href="#c${index}">${title}</a></li>`,
    );
    const chapters = `<h2 id="c0">One</h2>${paragraphs(160)}<h2 id="c1">Two</h2>`;
    const { pages } = setCleanPages(css, `<nav><ol>${contents.join("")}</ol></nav>${chapters}`);
    const lines =
      pages[0]?.marks.flatMap((mark) => (mark.kind === "text" ? [placedPieces(mark)] : [])) ?? [];
    expect(
      lines.map((line) =>
        line
          .map(({ piece }) => piece.text)
          .join("")
          .replace(/\.{5,}/, "…"),
      ),
    ).toEqual(["One…2", "Two, which is longer…13"]);
    const ends = lines
      .map((line) => line.at(-1))
      .map((last) => (last?.x ?? 0) + (last?.piece.width ?? 0));
    expect(ends.map((end) => Math.round(end))).toEqual([320, 320]);
    expect(pages[0]?.links.map((link) => [link.href, Math.round(link.x + link.width)])).toEqual([
      ["#c0", 320],
      ["#c1", 320],
    ]);
  });

  it("say when there is nothing to refer to", () => {
    const css = "a::after { content: target-counter(attr(href), page) }";
    const { diagnostics } = setPages(htmlPage(css, '<p><a href="#gone">x</a></p>'));
    expect(diagnostics.map((each) => each.message)).toEqual([
      'nothing on the page has the id that "#gone" refers to',
    ]);
  });

  it("take words from attributes", () => {
    expect(
      setWords(
        "a::after { content: ' <' attr(href) '>' }",
        '<p><a href="http://x.org">x</a></p>',
      )[0],
    ).toEqual(["x <http://x.org>"]);
  });
});
