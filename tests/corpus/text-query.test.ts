import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  openMemoryStore,
  parseTextQuery,
  snippetOf,
  type TextQuery,
} from "../../src/corpus/index.js";
import { foldForIndex, indexedWords, placeIndexedWords } from "../../src/corpus/indexed-words.js";
import { fold } from "../../src/text/fold.js";
import { articleWith } from "../article.js";

const words = (query: TextQuery | null) =>
  query?.clauses.map((clause) => clause.words.join(" ") + (clause.runsOn ? "*" : ""));

describe("a query", () => {
  it.each([
    ["port Tripoli", ["port", "tripoli"]],
    ['"foreign forces" left', ["foreign forces", "left"]],
    ["“foreign forces” «на юге»", ["foreign forces", "на юге"]],
    ["mercenar* 20,000", ["mercenar*", "20 000"]],
    ["ab* abc*", ["ab", "abc*"]],
    ["U.N.-backed", ["un backed"]],
    ['an open "quotation mark', ["an", "open", "quotation", "mark"]],
    ["DIŞİŞLERİ", ["disisleri"]],
  ])("of %j asks for its words and phrases", (text, wanted) => {
    expect(words(parseTextQuery(text))).toEqual(wanted);
  });

  it("leaves out what stands behind a minus, and takes a hyphen for none", () => {
    const query = parseTextQuery('cease-fire -talks -"peace plan"');
    expect(words(query)).toEqual(["cease fire"]);
    expect(query?.without.map((clause) => clause.words)).toEqual([["talks"], ["peace", "plan"]]);
  });

  it.each(["", "  ", "* \" ' ()", "-port"])("of %j asks for nothing", (text) => {
    expect(parseTextQuery(text)).toBeNull();
  });

  it("never makes the index fail, whatever it is", async () => {
    const store = openMemoryStore();
    const part = fc.constantFrom(
      '"',
      "*",
      "-",
      "AND",
      "NEAR(",
      ")",
      ":",
      "^",
      "وال",
      "\0",
      "\ud800",
      "x",
    );
    const text = fc
      .array(fc.oneof(part, fc.string({ maxLength: 5, unit: "binary" })))
      .map((p) => p.join(" "));
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        const query = parseTextQuery(typed);
        if (query !== null) expect(await store.search({ query, limit: 3 })).toEqual([]);
      }),
      { numRuns: 60 },
    );
    await store.close();
  });
});

describe("the words of the index", () => {
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "U.N.",
          "İstanbul’da",
          "и\u0306",
          "e\u0301",
          "™",
          "co\u00adop",
          "20,000",
          "ـ",
          " ",
          "a.b",
          "٣",
        ),
        fc.string({ maxLength: 6, unit: "grapheme" }),
      ),
    )
    .map((parts) => parts.join(""));

  it("are the same with their places as without", () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(placeIndexedWords(given).map(({ word }) => word)).toEqual(indexedWords(given));
      }),
      { numRuns: 200 },
    );
  });

  it("are folded as everything else is", () => {
    for (const word of ["Ölçü", "Işık", "ß", "Ёлка", "أَكَّدَ", "Μαΐου", "Ł"]) {
      expect(foldForIndex(word)).toBe(fold(word));
    }
  });
});

describe("a snippet", () => {
  const query = (typed: string) => {
    const parsed = parseTextQuery(typed);
    if (parsed === null) throw new Error("asks for nothing");
    return parsed;
  };

  it("shows the place where most of the query stands", () => {
    const filling = "Nothing is here to be read at all. ".repeat(30);
    const article = articleWith({
      paragraphs: [`A port. ${filling}`, "Of the port and its ships much was said.", filling],
    });
    const { text, marks, isCut } = snippetOf(article, query("port ships"));
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["port", "ships"]);
    expect(text).toContain("Of the port and its ships");
    expect(isCut).toEqual([true, true]);
  });

  it("marks words with what Arabic writes together with them", () => {
    const article = articleWith({ paragraphs: ["أشاد بالقوات المسلحة"] });
    const { text, marks } = snippetOf(article, query("قوات"));
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(["بالقوات"]);
  });

  it("marks only what stands in its text, and keeps to one line", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.string(), (paragraphs, typed) => {
        const asked = parseTextQuery(typed);
        if (asked === null) return;
        const { text, marks } = snippetOf(articleWith({ paragraphs }), asked);
        expect(text).not.toContain("\n");
        for (const { start, end } of marks) {
          expect(0 <= start && start < end && end <= text.length).toBe(true);
        }
      }),
    );
  });
});
