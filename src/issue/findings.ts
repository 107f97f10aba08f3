/** From a conflict between ranges of articles to a finding with its operands cited. */
import type { Conflict } from "../model/analysis.js";
import type { Finding } from "../model/issue.js";
import { findingId } from "./seal.js";
import { type ArticlesById, cite } from "./statements.js";

export function makeFinding(
  { kind, params, ranges, articles: about }: Omit<Conflict, "theme">,
  articles: ArticlesById,
): Finding {
  const content = {
    kind,
    params: { ...params },
    citations: ranges.map((range) => cite(range, articles)),
    articles: [...about],
  };
  return { id: findingId(content), ...content };
}
