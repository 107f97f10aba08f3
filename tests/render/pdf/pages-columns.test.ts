import { describe, expect, it } from "vitest";
import type { Page } from "../../../src/render/pdf/pages/page.js";
import { placedBoxes, placedLines, setCleanPages, wordsOnPages } from "./page.js";

const paragraphs = (count: number, name = "l") =>
  Array.from({ length: count }, (_, index) => `<p>${name}${index + 1}</p>`).join("");
const TWO = "div { columns: 2; column-gap: 20pt }";

/** `x: first word to last word` of what stands below one another. */
function columnsOf(page: Page | undefined): string[] {
  const columns = new Map<string, string[]>();
  for (const line of placedLines(page)) {
    const [x = "", , word = ""] = line.split(" ");
    columns.set(x, [...(columns.get(x) ?? []), word]);
  }
  return [...columns].map(([x, words]) => `${x}: ${words.at(0)} to ${words.at(-1)}`);
}
const setColumns = (css: string, body: string) => setCleanPages(css, body).pages.map(columnsOf);

describe("columns", () => {
  it("are as high as one another where they end", () => {
    const { pages } = setCleanPages(TWO, `<div>${paragraphs(7)}</div><p>after</p>`);
    expect(placedLines(pages[0])).toEqual([
      "20 30 l1",
      "20 42 l2",
      "20 54 l3",
      "20 66 l4",
      "180 30 l5",
      "180 42 l6",
      "180 54 l7",
      "20 78 after",
    ]);
  });

  it("fill a page before they go on on the next", () => {
    expect(setColumns(TWO, `<div>${paragraphs(40)}</div>`)).toEqual([
      ["20: l1 to l16", "180: l17 to l32"],
      ["20: l33 to l36", "180: l37 to l40"],
    ]);
  });

  it("begin below what stands above them", () => {
    expect(setColumns(TWO, `<p>a</p><p>b</p><div>${paragraphs(30)}</div>`)).toEqual([
      ["20: a to l14", "180: l15 to l28"],
      ["20: l29 to l29", "180: l30 to l30"],
    ]);
  });

  it("are as many as have the width asked for, an em apart", () => {
    expect(setColumns("div { column-width: 90pt }", `<div>${paragraphs(6)}</div>`)[0]).toEqual([
      "20: l1 to l2",
      "123: l3 to l4",
      "227: l5 to l6",
    ]);
    expect(setColumns("div { columns: 2 90pt }", `<div>${paragraphs(6)}</div>`)[0]).toHaveLength(2);
  });

  it("are filled one after the other when they are not to be balanced", () => {
    expect(
      setColumns(`${TWO} div { column-fill: auto }`, `<div>${paragraphs(20)}</div>`)[0],
    ).toEqual(["20: l1 to l16", "180: l17 to l20"]);
  });

  it("are ended by what spans them, and begin anew after it", () => {
    const css = `${TWO} h2 { column-span: all; font: inherit; margin: 0 }`;
    const { pages } = setCleanPages(
      css,
      `<div>${paragraphs(4)}<h2>all</h2>${paragraphs(2, "m")}</div>`,
    );
    expect(placedLines(pages[0]).slice(-3)).toEqual(["20 54 all", "20 66 m1", "180 66 m2"]);
  });

  it("end where a break is asked for, and whatever must not be cut goes to the next", () => {
    const css = `${TWO} .b { break-before: column } .k { break-inside: avoid }`;
    expect(setColumns(css, `<div>${paragraphs(5)}<p class="b">x</p></div>`)[0]).toEqual([
      "20: l1 to l5",
      "180: x to x",
    ]);
    expect(
      setColumns(
        css,
        `<div><p>a</p><p>b</p><section class="k">${paragraphs(4)}</section></div>`,
      )[0],
    ).toEqual(["20: a to b", "180: l1 to l4"]);
  });

  it("have rules between them", () => {
    const { pages } = setCleanPages(
      `${TWO} div { column-rule: 1pt solid red }`,
      `<div>${paragraphs(4)}</div>`,
    );
    const rules = pages[0]?.marks.flatMap((mark) =>
      mark.kind === "rule" ? [`${mark.x} ${mark.y} ${mark.width} ${mark.height}`] : [],
    );
    expect(rules).toEqual(["169.5 20 1 24"]);
  });

  it("keep their frame around them on every page", () => {
    const css = `${TWO} div { border: 1pt solid red; padding: 5pt; column-gap: 10pt }`;
    const { pages } = setCleanPages(css, `<div>${paragraphs(40)}</div>`);
    expect(pages.map((page) => placedBoxes(page)[0])).toEqual(["20 20 300 198", "20 20 300 54"]);
  });

  it("bring their footnotes to the foot of the page, under all of them", () => {
    const css = `${TWO} .n { float: footnote; font: 8pt/10pt "IBM Plex Sans" }`;
    const note = '<span class="n">note</span>';
    const { pages } = setCleanPages(
      css,
      `<div>${paragraphs(16)}<p>call${note}</p>${paragraphs(20, "m")}</div>`,
    );
    expect(placedLines(pages[0]).at(-1)).toBe("20 218 1. note");
    expect(columnsOf(pages[0])).toEqual(["20: l1 to 1.", "180: l15 to m11"]);
    expect(
      wordsOnPages(pages)
        .flat()
        .filter((word) => word.startsWith("m")),
    ).toHaveLength(20);
  });

  it("hold tables and lists", () => {
    const css = `${TWO} table { border-spacing: 0 } td, th { padding: 0 }`;
    const rows = Array.from({ length: 9 }, (_, index) => `<tr><td>r${index}</td></tr>`).join("");
    const pages = setCleanPages(
      css,
      `<div><table><thead><tr><th>H</th></tr></thead>${rows}</table></div>`,
    ).pages;
    expect(wordsOnPages(pages)[0]).toEqual([
      "H",
      "r0",
      "r1",
      "r2",
      "r3",
      "r4",
      "H",
      "r5",
      "r6",
      "r7",
      "r8",
    ]);
  });

  it("count from the right in right-to-left text", () => {
    expect(
      setColumns(
        `${TWO} div { direction: rtl; text-align: left }`,
        `<div>${paragraphs(2)}</div>`,
      )[0],
    ).toEqual(["180: l1 to l1", "20: l2 to l2"]);
  });
});
