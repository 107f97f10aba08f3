/** What the desk decided of an article's themes. */
import { expect, it } from "vitest";
import { analyseArticles, overrideThemes } from "../../src/analysis/index.js";
import { DeskNotesSchema } from "../../src/model/desk-notes.js";
import { articleWith } from "../article.js";
import { lexiconOfThemes } from "./themes-lexicon.js";

const articles = [
  articleWith({ id: "a-1", title: "Wildfire", paragraphs: ["A wildfire burned the hills."] }),
  articleWith({ id: "a-2", title: "School", paragraphs: ["A school was opened in the hills."] }),
];
const analyses = analyseArticles(articles, lexiconOfThemes("fires: {terms: [wildfire]}"));
const overridden = (fires: object) =>
  overrideThemes(analyses, articles, DeskNotesSchema.parse({ themes: { fires } }).themes);

it("puts an article on a theme, with the reason beside it", () => {
  const add = [{ article: "a-2.txt", reason: "It was burned down." }];
  expect(overridden({ add }).get("a-2")?.themes).toMatchObject([
    { assigned: true, score: 0, override: { kind: "added", reason: "It was burned down." } },
  ]);
});

it("takes an article and its passages off a theme, and keeps the score in sight", () => {
  const analysis = overridden({ remove: ["a-1"] }).get("a-1");
  expect(analysis?.themes).toMatchObject([
    { assigned: false, override: { kind: "removed", reason: null } },
  ]);
  expect(analysis?.themes[0]?.score).toBeGreaterThan(0);
  expect(analysis?.passages.map(({ themes }) => themes)).toEqual([[]]);
});

it("leaves everything else as it was", () => {
  expect(overridden({ remove: ["a-1"] }).get("a-2")).toBe(analyses.get("a-2"));
  expect(overridden({})).toBe(analyses);
});
