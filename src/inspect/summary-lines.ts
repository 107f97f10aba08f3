/** Articles, taken as one cluster, to one line with the statements that sum them up. */
import type { InspectLine } from "../model/inspect.js";
import { summarise } from "../summary/index.js";
import { type Inspected, quoter, relationsOf } from "./inspected.js";

/** Nothing is summed up where there is nothing. */
export function summaryLines(inspected: Inspected): InspectLine<"summary">[] {
  const { articles, analyses, words, method } = inspected;
  if (articles.length === 0) return [];
  const { supportsOf, originOf } = relationsOf(inspected);
  const quote = quoter(articles);
  const summary = summarise({ articles, analyses, supportsOf, originOf, words, method });
  const statements = summary.statements.map(({ text, citations }) => ({
    text,
    citations: citations.map(quote),
  }));
  return [{ method: summary.method, statements }];
}
