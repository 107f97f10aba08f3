/** Under which name an article leaves the run, and why. */
import { describe, expect, test } from "vitest";
import { type FateRequest, judgeFate } from "../../src/issue/fates.js";
import type { ArticleAnalysis, ArticleTheme, Passage } from "../../src/model/analysis.js";
import type { Choice, ChoiceOutcome } from "../../src/model/choice.js";

const PASSAGE: Passage = {
  start: 0,
  end: 20,
  text: "The truce has held.",
  role: "content",
  themes: [{ id: "ceasefire", score: 3, terms: ["truce"] }],
};

function analysis(article: string, themes: ArticleTheme[], passages: Passage[]): ArticleAnalysis {
  const nothing = { dates: [], attributions: [], figures: [], names: [], openNames: [] };
  return { article, themes, passages, sentences: [], ...nothing };
}

const label = (id: string, score: number, assigned: boolean): ArticleTheme => {
  return { id, score, threshold: 4, assigned };
};

function request(changes: Partial<FateRequest> = {}): FateRequest {
  return {
    analyses: new Map([["a-1", analysis("a-1", [label("ceasefire", 5, true)], [PASSAGE])]]),
    themes: ["ceasefire"],
    cited: new Set(["a-2"]),
    copyOf: new Map(),
    storyOf: new Map(),
    choicesOf: () => [],
    statementAt: ({ article }) => (article === "a-2" ? "s-2" : null),
    fileOf: (article) => `${article}.txt`,
    ...changes,
  };
}

const fateOf = (changes: Partial<FateRequest>) =>
  judgeFate({ id: "a-1" }, "cited", request(changes));

const choice = (outcome: ChoiceOutcome): Choice => {
  const range = { article: "a-1", start: 0, end: 20 };
  return { ...range, theme: "ceasefire", slot: "happened", themeScore: 3, outcome };
};
const BY = { article: "a-2", start: 0, end: 20 };
const COMPETED = { score: 1.2, parts: {}, of: 9, limit: 3 };
const outranked = (rank: number, byScore: number): Choice =>
  choice({ kind: "outranked", by: BY, byScore, rank, ...COMPETED });

const story = { id: "s-1", articles: ["a-2", "a-1"], origins: 2 };

describe("an article that was looked at", () => {
  test("is cited before it is anything else", () => {
    const changes = { cited: new Set(["a-1"]), copyOf: new Map([["a-1", "a-2"]]) };
    expect(fateOf(changes)).toMatchObject({ fate: "cited", why: "in-period" });
  });

  test("is a reprint before it is a report of the same story", () => {
    const copyOf = new Map([["a-1", "a-2"]]);
    const storyOf = new Map([["a-1", story]]);
    expect(fateOf({ copyOf, storyOf })).toMatchObject({ fate: "reprint", of: "a-2" });
  });

  test("tells the same story as an article that is cited", () => {
    expect(fateOf({ storyOf: new Map([["a-1", story]]) })).toEqual({
      fate: "same-story",
      why: "told-by-cited",
      reason: "tells the same story as a-2.txt, which is cited",
      of: "a-2",
    });
  });

  test("tells no story where nobody who tells it is cited", () => {
    const changes = { storyOf: new Map([["a-1", story]]), cited: new Set<string>() };
    expect(fateOf(changes)).toMatchObject({ fate: "not-used" });
  });
});

describe("an article that is off theme says by which rule:", () => {
  const offTheme = (themes: ArticleTheme[]) =>
    fateOf({ analyses: new Map([["a-1", analysis("a-1", themes, [])]]) });

  test("it holds no term of a theme", () => {
    expect(offTheme([])).toMatchObject({ fate: "off-theme", why: "no-term" });
  });

  test("it scores too little, for the theme that it comes nearest to", () => {
    expect(offTheme([label("ceasefire", 1.26, false)])).toEqual({
      fate: "off-theme",
      why: "below-threshold",
      reason: "scores 1.3 of 4 for ceasefire",
    });
  });

  test("it is on a theme that the brief does not print", () => {
    expect(offTheme([label("maritime_deal", 9, true)])).toMatchObject({ why: "other-themes" });
  });

  test("the desk took it off", () => {
    const override = { kind: "removed", reason: null } as const;
    const themes = [{ ...label("ceasefire", 9, false), override }];
    expect(offTheme(themes)).toMatchObject({ why: "taken-off-by-desk" });
  });
});

describe("an article that is on theme and not used says what is in its place:", () => {
  test("the passage that came nearest was outranked by a statement", () => {
    const choices = [outranked(7, 2.5), outranked(4, 1.3), choice({ kind: "needs-neighbour" })];
    expect(fateOf({ choicesOf: () => choices })).toEqual({
      fate: "not-used",
      why: "outranked",
      reason: "ranks 4 of 9 for the 3 places under “what happened” of ceasefire",
      of: "a-2",
      by: "s-2",
    });
  });

  test("a printed statement says what it says", () => {
    const choices = [choice({ kind: "said-before", by: BY })];
    expect(fateOf({ choicesOf: () => choices })).toMatchObject({ why: "said-already", by: "s-2" });
  });

  test.each<[string, ChoiceOutcome]>([
    ["not-alone", { kind: "needs-neighbour" }],
    ["in-passing", { kind: "in-passing", needed: 3 }],
  ])("nothing, as it could not be printed: %s", (why, outcome) => {
    const verdict = fateOf({ choicesOf: () => [choice(outcome)] });
    expect(verdict).toMatchObject({ fate: "not-used", why });
    expect(verdict.of).toBeUndefined();
  });
});
