import { describe, expect, test } from "vitest";
import { checkStandingWords } from "../../src/issue/style/check-standing-words.js";
import { findStyleFaults } from "../../src/issue/style/find-style-faults.js";
import { type Lexicon, StyleFileSchema } from "../../src/model/lexicon.js";
import { lexiconOfThemes } from "../analysis/themes-lexicon.js";

const lexicon: Lexicon = {
  ...lexiconOfThemes("sample: { terms: [sample] }"),
  style: StyleFileSchema.parse({
    loaded: [
      { term: "regime", lang: "en", neutral: "government" },
      { term: "terrorist*", lang: "en" },
      { term: "режим*", lang: "ru", neutral: "правительство" },
    ],
  }),
};

const codes = (text: string, language = "en") =>
  findStyleFaults(text, lexicon, language).map(({ code }) => code);

describe("words that take sides", () => {
  test("are told in the brief's own voice, with what a neutral voice says", () => {
    expect(findStyleFaults("The Regime holds.", lexicon, "en")).toEqual([
      {
        code: "loaded-language",
        message: "“Regime” takes sides",
        hint: "write government, or quote who says it",
      },
    ]);
  });

  test("may stand inside quotation marks", () => {
    expect(codes('He called them "terrorists" and a “regime”.')).toEqual([]);
  });

  test("run on where the lexicon lets them, and nowhere else", () => {
    expect(codes("Terrorists came.")).toEqual(["loaded-language"]);
    expect(codes("Regimes of sanctions differ.")).toEqual([]);
  });

  test("are those of the language that is written", () => {
    expect(codes("Режимы держатся.", "ru")).toEqual(["loaded-language"]);
    expect(codes("The regime holds.", "tr")).toEqual([]);
  });
});

describe("a standing paragraph", () => {
  const said = {
    name: "scope",
    title: "Scope",
    owner: "Desk",
    review: "2021-12-31",
    overdue: false,
  };
  const file = "corpus/desk/standing/scope.md";

  test.each([
    "---\ntitle: Scope\n---\n\nWe cover the sea,\nand the land.\n \n\nThe regime\nalone.\n",
    "---\ntitle: Scope\n---\n\nWe cover the sea,\nand the land.\n \n\nThe regime\nalone.\n".replaceAll(
      "\n",
      "\r\n",
    ),
  ])("is told with the line on which it opens", (text) => {
    const paragraph = { ...said, text: "We cover the sea, and the land.\n\nThe regime alone." };
    const told = checkStandingWords({ paragraph, file, text }, lexicon, "en");
    expect(told.map(({ code, place }) => [code, place])).toEqual([
      ["loaded-language", { file, line: 9 }],
    ]);
  });
});

describe("likelihood", () => {
  test("stands without confidence in its sentence", () => {
    expect(codes("It is likely (55 to 80 %), and we have high confidence.")).toEqual([
      "likelihood-and-confidence",
    ]);
    expect(codes("It is likely (55 to 80 %). We have high confidence in that.")).toEqual([]);
  });

  test("stands with its range in brackets", () => {
    expect(codes("It is very likely that talks go on.")).toEqual(["likelihood-without-range"]);
    for (const range of ["(80–95 %)", "(80 to 95 per cent)", "(80%-95%)", "(about 80 to 95 %)"]) {
      expect(codes(`It is very likely ${range} that talks go on.`)).toEqual([]);
    }
  });

  test("is told by its longest words", () => {
    const [fault] = findStyleFaults("It is very unlikely.", lexicon, "en");
    expect(fault?.message).toBe("“very unlikely” stands without its range");
    expect(fault?.hint).toContain("(5 to 20 %)");
  });

  test("is nothing in what somebody else says", () => {
    expect(codes("She said it was “very likely”.")).toEqual([]);
  });
});
