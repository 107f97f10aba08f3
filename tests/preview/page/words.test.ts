/** What the preview's page makes of words: passages marked, changes folded, lines of the desk with their citations. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CoverageEntry } from "../../../src/model/coverage.js";
import type { Issue } from "../../../src/model/issue.js";
import { filterRows, NO_FILTER, tally } from "../../../src/preview/page/coverage/filter-rows.js";
import { directionOf } from "../../../src/preview/page/direction.js";
import { parseLines, printLines } from "../../../src/preview/page/edit/cited-lines.js";
import { foldDiff } from "../../../src/preview/page/edit/fold-diff.js";
import { cutParagraph, paragraphsAround } from "../../../src/preview/page/panel/marked-words.js";

describe("a paragraph", () => {
  const paragraph = { start: 10, text: "one two three" };

  test("is cut where passages start and end, those that overlap too", () => {
    const passages = [
      { start: 10, end: 17 },
      { start: 14, end: 40 },
    ];
    const pieces = cutParagraph(paragraph, passages);
    expect(pieces.map(({ words, marks }) => [words, marks.length])).toEqual([
      ["one ", 1],
      ["two", 2],
      [" three", 1],
    ]);
  });

  test("keeps every letter, whatever the passages", () => {
    const range = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(range), (ranges) => {
        const words = cutParagraph(paragraph, ranges).map((piece) => piece.words);
        expect(words.join("")).toBe(paragraph.text);
      }),
    );
  });

  test("is shown where the passage touches it", () => {
    const all = [paragraph, { start: 25, text: "four" }, { start: 31, text: "five" }];
    expect(paragraphsAround(all, { start: 18, end: 27 })).toEqual(all.slice(0, 2));
  });
});

describe("a diff", () => {
  const same = (text: string) => ({ kind: "same", text, line: 1 }) as const;

  test("shows three lines around a change and counts the others", () => {
    const before = Array.from({ length: 9 }, (_, index) => same(String(index)));
    const parts = foldDiff([...before, { kind: "add", text: "new", line: 10 }, same("after")]);
    expect(parts.map((part) => (part.kind === "folded" ? part.lines : part.line.text))).toEqual([
      ...[6, "6", "7", "8"],
      ...["new", "after"],
    ]);
  });

  test("without a change is folded whole", () => {
    expect(foldDiff([same("a"), same("b")])).toEqual([{ kind: "folded", lines: 2 }]);
  });
});

describe("lines of the desk", () => {
  const NAME = "s-96ec6e5d0b15";
  const citation = { article: "a-1", start: 0, end: 4, quote: "Four", textSha256: "0".repeat(64) };
  const other = { ...citation, start: 5, end: 9, quote: "Five" };
  const issue = {
    bottomLine: [{ id: NAME, text: "Four", citations: [citation], reported: null }],
    keyMessages: [],
    themes: [],
  } as unknown as Issue;

  test("are typed with the names of the statements that they rest on", () => {
    expect(parseLines(`It moved. [${NAME}]\n\nIt may stop.`, [], issue)).toEqual([
      { text: "It moved.", cites: [{ statement: NAME }] },
      { text: "It may stop.", cites: [] },
    ]);
  });

  test("come back as they were, citations of no statement included", () => {
    const before = [{ text: "It moved.", by: "A. B.", citations: [citation, other] }];
    expect(printLines(before, issue)).toBe(`It moved. [${NAME}]`);
    expect(parseLines(printLines(before, issue), before, issue)).toEqual([
      {
        text: "It moved.",
        by: "A. B.",
        cites: [{ statement: NAME }, { article: "a-1", words: "Five" }],
      },
    ]);
  });
});

describe("the coverage", () => {
  const row = (file: string, outlet: string, title: string) => ({
    entry: {
      article: file,
      file,
      fate: "cited",
      reason: "",
      language: "en",
      outlet: { name: outlet },
      themes: [],
    } as unknown as CoverageEntry,
    number: null,
    title,
  });
  const rows = [row("a.txt", "Duvar", "Çavuşoğlu in Tripoli"), row("b.txt", "RT", "Forces")];

  test("is found by words without their marks, all of them", () => {
    expect(filterRows(rows, { ...NO_FILTER, text: "cavusoglu duvar" })).toEqual(rows.slice(0, 1));
    expect(filterRows(rows, { ...NO_FILTER, text: "cavusoglu rt" })).toEqual([]);
  });

  test("is filtered by several columns at once", () => {
    expect(filterRows(rows, { ...NO_FILTER, fate: "cited", outlet: "RT" })).toEqual(rows.slice(1));
    expect(filterRows(rows, { ...NO_FILTER, language: "ar" })).toEqual([]);
  });

  test("counts what there is to filter by, most first", () => {
    expect(tally(["b", "a", null, "b", undefined, "c"])).toEqual([
      ["b", 2],
      ["a", 1],
      ["c", 1],
    ]);
  });
});

test.each([
  ["“القوات الأجنبية”", "rtl"],
  ["3 May: forces", "ltr"],
  ["123", "ltr"],
])("words have the direction of their first letter: %s", (words, direction) => {
  expect(directionOf(words)).toBe(direction);
});
