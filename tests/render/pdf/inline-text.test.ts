import { describe, expect, it } from "vitest";
import { placedLines, placedPieces, setCleanPages, wordsOnPages } from "./page.js";

const linesOf = (css: string, body: string, language?: string) =>
  wordsOnPages(setCleanPages(css, body, language).pages).flat();

const lefts = (css: string, body: string) =>
  placedLines(setCleanPages(css, body).pages[0]).map((line) => Number(line.split(" ")[0]));

describe("white space", () => {
  const body = "<p> one  two\n  three </p>";

  it("is one space, or none at the ends, unless the style keeps it", () => {
    expect(linesOf("", body)).toEqual(["one two three"]);
    expect(linesOf("p { white-space: pre-line }", body)).toEqual(["one two", "three"]);
    expect(linesOf("p { white-space: pre }", body)).toEqual([" one  two", "  three"]);
  });

  it("wraps in pre-wrap and not in pre", () => {
    const narrow = "p { width: 40pt; white-space: ";
    expect(linesOf(`${narrow}pre-wrap }`, "<p>  one two three</p>")).toEqual([
      "  one",
      "two",
      "three",
    ]);
    expect(linesOf(`${narrow}pre }`, "<p>  one two three</p>")).toEqual(["  one two three"]);
  });

  it("keeps empty lines", () => {
    const css = "p { white-space: pre-wrap }";
    expect(placedLines(setCleanPages(css, "<p>a\n\nb\n</p><p>c</p>").pages[0])).toEqual([
      "20 30 a",
      "20 54 b",
      "20 66 c",
    ]);
  });

  it("reaches to the next tab stop", () => {
    const css = "p { white-space: pre; tab-size: 50pt }";
    const { pages } = setCleanPages(css, "<p>a\tb</p><p>abc\tb</p><p>\tb</p>");
    const marks = pages[0]?.marks.filter((mark) => mark.kind === "text") ?? [];
    for (const mark of marks) expect(placedPieces(mark).at(-1)?.x).toBeCloseTo(70, 2);
  });
});

describe("long words", () => {
  const css = (rule: string) => `p { width: 50pt; ${rule} }`;
  const body = "<p>a bb incomprehensible</p>";

  it("break where they have to with overflow-wrap, and fill each line with break-all", () => {
    expect(linesOf(css("overflow-wrap: anywhere"), body)[0]).toBe("a bb");
    const all = linesOf(css("word-break: break-all"), body);
    expect(all[0]).toMatch(/^a bb i/);
    expect(all.join("")).toBe("a bb incomprehensible");
  });

  it("break with line-break: anywhere too, without a hyphen", () => {
    const lines = linesOf(css("line-break: anywhere; hyphens: auto"), body);
    expect(lines.join("")).toBe("a bb incomprehensible");
  });

  it("keep Arabic letters in their order", () => {
    const lines = linesOf("p { width: 20pt; overflow-wrap: anywhere }", "<p>والمستشفيات</p>", "ar");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("")).toBe("والمستشفيات");
  });

  it("leave at least one letter on a line, be it ever so narrow", () => {
    const lines = linesOf("p { width: 0; overflow-wrap: anywhere }", "<p>abc</p>");
    expect(lines).toEqual(["a", "b", "c"]);
  });
});

describe("lines break as in browsers", () => {
  it("after a hyphen within a range of numbers, and not after a slash", () => {
    const css = "p { width: 22pt }";
    expect(linesOf(css, "<p>2020-2021</p>")).toEqual(["2020-", "2021"]);
    expect(linesOf(css, "<p>km/day or</p>")).toEqual(["km/day", "or"]);
    expect(linesOf(css, "<p>minus -12</p>")).toEqual(["minus", "-12"]);
  });
});

describe("case", () => {
  const set = (transform: string, text: string, language: string) =>
    linesOf(`p { text-transform: ${transform} }`, `<p>${text}</p>`, language).join();

  it("follows the language of the words", () => {
    expect(set("uppercase", "istanbul", "tr")).toBe("İSTANBUL");
    expect(set("lowercase", "IĞDIR", "tr")).toBe("ığdır");
    expect(set("uppercase", "istanbul", "en")).toBe("ISTANBUL");
    expect(set("uppercase", "άνθρωπος", "el")).toBe("ΑΝΘΡΩΠΟΣ");
    expect(set("uppercase", "straße", "de")).toBe("STRASSE");
  });

  it("capitalizes the first letter of each word, in whichever element it stands", () => {
    expect(set("capitalize", "the foreign minister’s <b>w</b>ords", "en")).toBe(
      "The Foreign Minister’s Words",
    );
    expect(set("capitalize", "ijmuiden", "nl")).toBe("IJmuiden");
    expect(set("capitalize", "istanbul", "tr")).toBe("İstanbul");
  });
});

describe("indents and spacing", () => {
  it("indent the first line, by a share of the width too", () => {
    const body = "<p>one two three</p>";
    expect(lefts("p { width: 50pt; text-indent: 10% }", body)).toEqual([25, 20, 20].slice(0, 2));
    expect(lefts("p { width: 50pt; text-indent: 8pt hanging }", body)).toEqual([20, 28]);
  });

  it("indent from the right in right-to-left text", () => {
    const css = "p { direction: rtl; text-indent: 30pt }";
    const [x] = lefts(css, "<p>abc</p>");
    const [plain] = lefts("p { direction: rtl }", "<p>abc</p>");
    expect((plain ?? 0) - (x ?? 0)).toBe(30);
  });

  it("word-spacing widens spaces and letter-spacing every letter", () => {
    const end = (css: string) => {
      const mark = setCleanPages(css, "<p>ab cd&nbsp;ef</p>").pages[0]?.marks[0];
      const last = mark?.kind === "text" ? placedPieces(mark).at(-1) : undefined;
      return (last?.x ?? 0) + (last?.piece.width ?? 0);
    };
    expect(end("p { word-spacing: 5pt }") - end("")).toBeCloseTo(10, 3);
    expect(end("p { letter-spacing: 1pt }") - end("")).toBeCloseTo(8, 1);
  });
});

describe("vertical-align", () => {
  const baselines = (css: string, body: string) =>
    setCleanPages(`b { font-weight: 400 } ${css}`, body).pages[0]?.marks.flatMap((mark) =>
      mark.kind === "text" ? placedPieces(mark).map(({ y }) => Math.round(y * 10) / 10) : [],
    );

  it("raises and lowers by lengths and shares of the line height", () => {
    expect(baselines("b { vertical-align: 3pt; line-height: 0 }", "<p>a<b>b</b></p>")).toEqual([
      29.8, 26.8,
    ]);
    expect(baselines("b { vertical-align: -25%; line-height: 8pt }", "<p>a<b>b</b></p>")).toEqual([
      29.8, 31.8,
    ]);
  });

  it("sets text to the top and the bottom of the line", () => {
    const css = "i { font-size: 20pt; line-height: 40pt } b { line-height: 10pt; vertical-align: ";
    const body = "<p>a<i>I</i><b>b</b></p>";
    const top = baselines(`${css}top }`, body) ?? [];
    const bottom = baselines(`${css}bottom }`, body) ?? [];
    expect((bottom[2] ?? 0) - (top[2] ?? 0)).toBeCloseTo(30, 0);
    expect(top[0]).toBe(top[1]);
  });

  it("counts every inline box for the height of its line, as browsers do", () => {
    const css = "b { line-height: 30pt }";
    expect(placedLines(setCleanPages(css, "<p>a <b></b></p><p>c</p>").pages[0])[1]).toBe("20 60 c");
  });
});
