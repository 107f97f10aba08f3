/** Themes of a corpus: what the articles together say of each. */
import { describe, expect, it } from "vitest";
import { rankThemes } from "../../../src/analysis/themes/ranking/rank-themes.js";
import { compileThemes, labelThemes } from "../../../src/analysis/themes/themes.js";
import type { ArticleAnalysis } from "../../../src/model/analysis.js";
import type { Article } from "../../../src/model/article.js";
import { articleWith } from "../../article.js";
import { lexiconOfThemes } from "../themes-lexicon.js";

const FIRES = "fires: {terms: [wildfire, bush fire]}\nschools: {terms: [school]}\n";
const WORDS = "council street weather market player budget singer bridge engine garden".split(" ");

/** Reports on fires speak of crews and smoke; a few leave the word itself out. */
function corpusOf(size: number): Article[] {
  return Array.from({ length: size }, (_, index) => {
    const other = WORDS.map((word, nth) => `${word} ${WORDS[(index * 7 + nth * 3) % 10]}`).join(
      " ",
    );
    const id = `a-${String(index).padStart(4, "0")}`;
    if (index % 10 === 0) {
      const text = `A wildfire burned. Crews in the smoke fought the wildfire with hoses. ${other}.`;
      return articleWith({ id, title: "Wildfire burns", paragraphs: [text] });
    }
    if (index % 50 === 11) {
      const text = `Crews with hoses fought the flames in the smoke. ${other}.`;
      return articleWith({ id, title: "Smoke", paragraphs: [text] });
    }
    if (index % 10 === 2) {
      const text = `The novel names a wildfire in passing. ${other}. ${other}. ${other}.`;
      return articleWith({ id, title: "Novel", paragraphs: [text] });
    }
    return articleWith({ id, title: `Report ${index}`, paragraphs: [`${other}.`] });
  });
}

function analyse(articles: readonly Article[], themes = FIRES) {
  const lexicon = lexiconOfThemes(themes);
  const matcher = compileThemes(lexicon);
  const rest = {
    sentences: [],
    dates: [],
    attributions: [],
    figures: [],
    names: [],
    openNames: [],
  };
  const analyses = new Map(
    articles.map((article): [string, ArticleAnalysis] => [
      article.id,
      { article: article.id, ...labelThemes(article, [], matcher), ...rest },
    ]),
  );
  return { analyses, ranked: rankThemes(articles, analyses, lexicon.themes) };
}

const corpus = corpusOf(200);
const { ranked } = analyse(corpus);
const fires = (id: string, from = ranked) =>
  from.get(id)?.themes.find((theme) => theme.id === "fires");

describe("rankThemes", () => {
  it("puts reports before passing mentions, and the wording of the theme before anything else", () => {
    const [report, wording, passing, other] = ["a-0010", "a-0011", "a-0012", "a-0013"].map(
      (id) => fires(id)?.score ?? 0,
    );
    expect(report).toBeGreaterThan(passing ?? 0);
    expect(wording).toBeGreaterThan(other ?? 0);
    expect(passing).toBeGreaterThan(other ?? 0);
  });

  it("assigns by the threshold that it shows, and nothing without a term", () => {
    const assigned = corpus.filter(({ id }) => fires(id)?.assigned).map(({ id }) => id);
    expect(assigned).toEqual(corpus.filter((_, index) => index % 10 === 0).map(({ id }) => id));
    for (const id of assigned) {
      expect(fires(id)?.score).toBeGreaterThanOrEqual(fires(id)?.threshold ?? Number.NaN);
    }
  });

  it("shows the terms behind a score, and the words that go with the theme", () => {
    const label = fires("a-0010");
    expect(label?.terms?.map(({ term, count, inTitle }) => [term, count, inTitle])).toEqual([
      ["wildfire", 2, 1],
    ]);
    expect(label?.expansion?.map(({ term }) => term)).toEqual(expect.arrayContaining(["crews"]));
    const { terms = 0, wording = 0, neighbours = 0 } = label?.parts ?? {};
    expect(label?.score).toBeCloseTo(terms + wording + neighbours, 3);
  });

  it("does not hang on the order of the articles", () => {
    const turned = analyse([...corpus].reverse()).ranked;
    for (const { id } of corpus) expect(turned.get(id)?.themes).toEqual(ranked.get(id)?.themes);
  });

  it("leaves a corpus that is too small for statistics to the rule", () => {
    const small = analyse(corpusOf(50));
    expect(small.ranked).toBe(small.analyses);
  });

  it("does nothing where no article holds a term", () => {
    const { analyses, ranked: same } = analyse(corpus, "floods: {terms: [flooding]}\n");
    expect(same).toBe(analyses);
  });

  it("assigns nobody to a theme that nobody reports", () => {
    const themes = ranked.get("a-0010")?.themes.find(({ id }) => id === "schools");
    expect(themes).toMatchObject({ score: 0, assigned: false });
  });

  it("finds articles by example passages alone", () => {
    const examples = 'fires: {examples: ["Crews with hoses fought the flames in the smoke."]}\n';
    const byExample = analyse(corpus, `${examples.replace("{", "{terms: [], ")}`).ranked;
    const score = (id: string) => fires(id, byExample)?.score ?? 0;
    expect(score("a-0011")).toBeGreaterThan(score("a-0013"));
    expect(fires("a-0011", byExample)?.assigned).toBe(true);
    expect(fires("a-0013", byExample)?.assigned).toBe(false);
  });

  it("takes articles that are all alike, or empty", () => {
    const same = Array.from({ length: 120 }, (_, index) =>
      articleWith({ id: `b-${index}`, title: "", paragraphs: [] }),
    );
    const { ranked: none } = analyse(same);
    expect(none.get("b-0")?.themes).toMatchObject([{ score: 0 }, { score: 0, assigned: false }]);
  });
});
