import { describe, expect, it } from "vitest";
import { reportUnsplitLanguages } from "../../src/analysis/passages/unsplit-languages.js";

const inLanguage = (language: string, file: string) => ({ language, file });

describe("reportUnsplitLanguages", () => {
  it("says nothing of languages with rules of their own", () => {
    const tags = ["en", "tr-TR", "ar", "ru", "FR", "de-AT", "es-419", "it", "el"];
    expect(reportUnsplitLanguages(tags.map((tag) => inLanguage(tag, "a.txt")))).toEqual([]);
  });

  it("tells of each other language once, at the first of its files", () => {
    const articles = [
      inLanguage("pt-BR", "c.txt"),
      inLanguage("pt", "b.txt"),
      inLanguage("ja", "d.txt"),
      inLanguage("en", "a.txt"),
    ];
    const told = reportUnsplitLanguages(articles);
    expect(told).toMatchObject([
      { code: "unsupported-language", severity: "info", place: { file: "d.txt" } },
      { code: "unsupported-language", severity: "info", place: { file: "b.txt" } },
    ]);
    expect(told[1]?.message).toContain('"pt", the language of 2 articles');
    expect(reportUnsplitLanguages(articles.toReversed())).toEqual(told);
  });

  it("words a language that could not be told differently", () => {
    expect(reportUnsplitLanguages([inLanguage("und", "a.txt")])[0]?.message).toContain(
      "could not be told",
    );
  });
});
