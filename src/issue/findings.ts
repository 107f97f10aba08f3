/** From a conflict between ranges of articles to a finding with its operands cited. */
import type { Conflict } from "../model/analysis.js";
import { type Finding, FindingSchema } from "../model/issue.js";
import { findingId } from "./seal.js";
import { type ArticlesById, cite } from "./statements.js";

export function makeFinding(
  { kind, params, ranges, articles: about }: Omit<Conflict, "theme">,
  articles: ArticlesById,
): Finding {
  const citations = ranges.map((range) => cite(range, articles));
  const id = findingId(kind, params, citations);
  return FindingSchema.parse({ id, kind, params, citations, articles: about });
}
