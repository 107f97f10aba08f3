import { expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/index.js";
import { bearingOf } from "../../src/summary/bearing.js";
import { lexicon } from "../analysis/seeds.js";
import { articleWith } from "../article.js";

/** What the passage that starts with `opening` needs: the words of its context, "" or null. */
function contextOf(paragraphs: readonly string[], opening: string): string | null {
  const article = articleWith({ paragraphs: [...paragraphs] });
  const analysis = analyseArticles([article], lexicon).get(article.id);
  if (analysis === undefined) throw new Error("no analysis");
  const position = analysis.passages.findIndex(({ text }) => text.startsWith(opening));
  const bearing = bearingOf(analysis, position, "en");
  if (bearing === null) return null;
  const { context } = bearing;
  return context === null ? "" : paragraphs.join("\n\n").slice(context.start, context.end);
}

test("brings the sentence that says who is quoted", () => {
  const before = "Minister Dilek Kaya spoke to reporters:";
  expect(contextOf([before, "“The dam will be ready in May.”"], "“The dam")).toBe(before);
});

test("leaves out a quotation whose speaker nobody near names", () => {
  const before = "The dam has cost 40 million.";
  expect(contextOf([before, "“The dam will be ready in May.”"], "“The dam")).toBeNull();
});

test("brings nothing to what stands alone", () => {
  expect(contextOf(["The dam has cost 40 million.", "Work began in May."], "Work")).toBe("");
});

test("leaves out a sentence that leans on one that leans itself", () => {
  expect(contextOf(["Kaya left.", "She said so.", "They agreed."], "They")).toBeNull();
});
