/** Terms tried on articles, and terms that articles suggest for a theme. */
import { describe, expect, it } from "vitest";
import { analyseArticles, suggestTerms, tryTerms } from "../../../src/analysis/index.js";
import { articleText } from "../../../src/model/article.js";
import { articleWith } from "../../article.js";
import { lexiconOfThemes } from "../themes-lexicon.js";

const articles = [
  {
    id: "en-1",
    title: "Wildfires spread",
    text: "Wildfires burned along the coast of the island.\n\nWater bombers flew to the coast, as crews fought wildfires with water bombers.",
  },
  {
    id: "en-2",
    title: "Crews tired",
    text: "Crews said the wildfire had grown, and asked for water bombers.\n\nThe minister opened a school.",
  },
  {
    id: "en-3",
    title: "Budget",
    text: "The minister spoke of the budget and the school.\n\nThe budget of the coast grew again, the minister said.",
  },
  {
    id: "tr-1",
    language: "tr",
    title: "Orman yangını",
    text: "Orman yangınları sürüyor, söndürme uçakları geldi.\n\nBakan okul açtı.",
  },
  {
    id: "tr-2",
    language: "tr",
    title: "Ekipler",
    text: "Ekipler orman yangınına söndürme uçaklarıyla girdi.\n\nBakan bütçeyi anlattı.",
  },
  {
    id: "ar-1",
    language: "ar",
    title: "حرائق",
    text: "اندلعت حرائق الغابات في الجزيرة.\n\nافتتح الوزير مدرسة.",
  },
].map(({ text, ...rest }) => articleWith({ ...rest, paragraphs: text.split("\n\n") }));
const textOf = new Map(articles.map((article) => [article.id, articleText(article)]));
const lexicon = lexiconOfThemes(
  "fires: {terms: [wildfire, orman yangını, حرائق الغابات]}\nschools: {terms: [school]}",
);
const analyses = analyseArticles(articles, lexicon);
const suggest = (theme: string, order = articles) => suggestTerms(theme, order, analyses, lexicon);

describe("tryTerms", () => {
  it("counts the uses of each term, titles among them, most uses first", () => {
    const [term] = tryTerms(["wildfire"], articles);
    expect(term?.articles.map(({ id, count }) => [id, count])).toEqual([
      ["en-1", 3],
      ["en-2", 1],
    ]);
    expect(term?.share).toBeCloseTo(2 / 6);
  });

  it("lets a word of any language run on from the whole word as well as from its beginning", () => {
    const paragraphs = ["Grain prices rose, the miller said.", "A priceless training, they said."];
    const terms = ["price*", "grain price*", "training*", "pri*"];
    const counts = tryTerms(terms, [articleWith({ id: "a-1", language: "en", paragraphs })]).map(
      ({ articles: [found] }) => found?.count ?? 0,
    );
    expect(counts).toEqual([2, 1, 1, 2]);
  });

  it("matches as the lexicon would, in any language and with a word that runs on", () => {
    const tried = tryTerms(["budg*", "orman yangını", "الغابات", "volcano"], articles);
    expect(tried.map(({ term, articles: found }) => [term, found.map(({ id }) => id)])).toEqual([
      ["budg*", ["en-3"]],
      ["orman yangını", ["tr-1", "tr-2"]],
      ["الغابات", ["ar-1"]],
      ["volcano", []],
    ]);
  });

  it("shows whole words around a use, exactly as they stand", () => {
    for (const { articles: found } of tryTerms(["coast", "minister", "orman"], articles)) {
      for (const { id, snippets } of found) {
        const text = textOf.get(id) ?? "";
        for (const { start, end, text: snippet } of snippets) {
          expect(snippet).toBe(text.slice(start, end));
          expect(snippet).not.toContain("\n\n");
          expect(`${text[start - 1] ?? " "}${text[end] ?? " "}`).toMatch(/^\s\s$/);
        }
      }
    }
  });

  it("lets no term hide another", () => {
    const tried = tryTerms(["water bombers", "water"], articles);
    expect(tried.map(({ articles: found }) => found.map(({ count }) => count))).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it("has nothing to say of no terms or no articles", () => {
    expect(tryTerms([], articles)).toEqual([]);
    expect(tryTerms(["x"], [])).toEqual([{ term: "x", share: 0, articles: [] }]);
  });
});

describe("suggestTerms", () => {
  it("offers what the passages of a theme say and others do not, in each language", () => {
    const phrases = suggest("fires").map(({ phrase }) => phrase);
    expect(phrases).toContain("water bombers");
    expect(phrases).toContain("söndürme uçakları");
    expect(phrases).not.toContain("minister");
  });

  it("leaves out the terms that the lexicon has", () => {
    const phrases = suggest("fires").map(({ phrase }) => phrase.toLowerCase());
    expect(phrases.filter((phrase) => /wildfire|orman/.test(phrase))).toEqual([]);
  });

  it("folds a phrase into a longer one that it mostly stands in", () => {
    const phrases = suggest("fires").map(({ phrase }) => phrase);
    expect(phrases).not.toContain("bombers");
    expect(phrases).not.toContain("water");
  });

  it("gives examples that stand in the articles", () => {
    for (const { examples } of suggest("fires")) {
      for (const { article, start, end, text } of examples) {
        expect(text).toBe(textOf.get(article)?.slice(start, end));
      }
    }
  });

  it("does not hang on the order of the articles", () => {
    expect(suggest("fires", [...articles].reverse())).toEqual(suggest("fires"));
  });

  it("offers nothing for a theme that no passage carries", () => {
    expect(suggest("floods")).toEqual([]);
  });
});
