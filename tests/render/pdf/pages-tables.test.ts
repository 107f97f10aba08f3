import { describe, expect, it } from "vitest";
import { placedBoxes, setCleanPages, wordsOnPages } from "./page.js";

const CSS =
  "table { border-spacing: 0; width: 100% } td, th { padding: 0; vertical-align: top; text-align: left }";
const words = (count: number, name = "r") =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
const rows = (count: number) =>
  words(count)
    .map((word) => `<tr><td>${word}</td></tr>`)
    .join("");
const setWords = (css: string, body: string) => wordsOnPages(setCleanPages(CSS + css, body).pages);

describe("tables that are cut", () => {
  const table = (count: number) =>
    `<table><thead><tr><th>H</th></tr></thead><tfoot><tr><td>F</td></tr></tfoot><tbody>${rows(count)}</tbody></table>`;

  it("show their head and their foot on each page, and have room for both", () => {
    const pages = setWords("", table(30));
    expect(pages.map((page) => [page[0], page.length, page.at(-1)])).toEqual([
      ["H", 16, "F"],
      ["H", 16, "F"],
      ["H", 4, "F"],
    ]);
    expect(pages.flat().filter((word) => word.startsWith("r"))).toEqual(words(30));
  });

  it("do not leave their foot to a page without rows", () => {
    expect(setWords("", table(15))).toEqual([
      ["H", ...words(14), "F"],
      ["H", "r15", "F"],
    ]);
  });

  it("cut a row that is higher than half a page, and keep one together that is lower", () => {
    const high = `<table>${rows(10)}<tr><td>${words(9, "h").join("<br>")}</td></tr></table>`;
    expect(setWords("", high).map((page) => page.at(-1))).toEqual(["h6", "h9"]);
    const low = `<table>${rows(10)}<tr><td>${words(7, "h").join("<br>")}</td></tr></table>`;
    expect(setWords("", low).map((page) => page.at(-1))).toEqual(["r10", "h7"]);
    expect(setWords("tr { break-inside: avoid }", high).map((page) => page.at(-1))).toEqual([
      "r10",
      "h9",
    ]);
  });

  it("end the page before or after a row that asks for it", () => {
    const css = ".b { break-before: page } .k { break-after: avoid }";
    expect(
      setWords(css, '<table><tr><td>a</td></tr><tr class="b"><td>b</td></tr></table>'),
    ).toEqual([["a"], ["b"]]);
    expect(
      setWords(
        css,
        `<table>${rows(15)}<tr class="k"><td>k</td></tr><tr><td>l</td></tr></table>`,
      )[1],
    ).toEqual(["k", "l"]);
  });

  it("keep their caption", () => {
    const paragraphs = Array.from({ length: 15 }, () => "<p>p</p>").join("");
    expect(setWords("", `${paragraphs}<table><caption>C</caption>${rows(2)}</table>`)[1]).toEqual([
      "C",
      "r1",
      "r2",
    ]);
  });

  it("keep rows together that a cell joins, and cut the cell where they are too many", () => {
    const joined = (count: number) =>
      words(count)
        .map(
          (word, index) =>
            `<tr>${index === 0 ? `<td rowspan="${count}" class="j">J</td>` : ""}<td>${word}</td></tr>`,
        )
        .join("");
    const kept = setWords("", `<table>${rows(12)}${joined(5)}</table>`);
    expect(kept[1]).toEqual(["J", ...words(5)]);
    const css = ".j { border: 1pt solid red; width: 50% }";
    const { pages } = setCleanPages(CSS + css, `<table>${joined(20)}</table>`);
    expect(wordsOnPages(pages)[1]).toEqual(words(20).slice(16));
    expect(pages.map((page) => placedBoxes(page))).toEqual([["20 20 150 192"], ["20 20 150 48"]]);
  });

  it("go on with the words of a cell that reaches over more rows than a page has room for", () => {
    const long = `<td rowspan="2">${words(40, "j").join("<br>")}</td>`;
    const pages = setWords(
      "",
      `<table><tr>${long}<td>a</td></tr><tr><td>b</td></tr>${rows(2)}</table>`,
    );
    expect(pages.map((page) => page.length)).toEqual([18, 16, 10]);
    expect(pages.flat().filter((word) => word.startsWith("j"))).toEqual(words(40, "j"));
    expect(pages[2]?.slice(-2)).toEqual(["r1", "r2"]);
  });

  it("draw the rows beside such a cell to no place beyond the page's end", () => {
    const long = `<td rowspan="2">${words(40, "j").join("<br>")}</td>`;
    const css = "td { border: 1pt solid red } tr { background: silver }";
    const body = `<table><tr>${long}<td>a</td></tr><tr><td>b</td></tr></table>`;
    const { pages } = setCleanPages(CSS + css, body);
    const ends = pages.flatMap((page) =>
      placedBoxes(page).map((box) => {
        const [, y = 0, , height = 0] = box.split(" ").map(Number);
        return y + height;
      }),
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(220);
  });

  it("cut each of the cells that reach over different rows", () => {
    const cell = (span: number, name: string, count: number) =>
      `<td rowspan="${span}">${words(count, name).join("<br>")}</td>`;
    const body = `<table><tr>${cell(3, "j", 30)}${cell(2, "k", 40)}<td>a</td></tr>
      <tr><td>b</td></tr><tr>${cell(1, "l", 20)}<td>c</td></tr></table>`;
    const shown = setWords("", body);
    for (const [name, count] of [
      ["j", 30],
      ["k", 40],
      ["l", 20],
    ] as const) {
      expect(shown.flat().filter((word) => word.startsWith(name))).toEqual(words(count, name));
    }
    expect(
      Math.max(...shown.map((page) => page.filter((word) => word.startsWith("k")).length)),
    ).toBe(16);
  });

  it("begin what is cut at the top, wherever its row would align it", () => {
    const pages = setWords(
      "td { vertical-align: middle }",
      `<table><tr><td>${words(50, "h").join("<br>")}</td><td>a</td></tr></table>`,
    );
    expect(pages[0]).toContain("a");
  });
});
