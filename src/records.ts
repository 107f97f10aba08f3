/** From an issue and its articles to the files that keep it: the issue, its coverage, its evidence. */
import { EVIDENCE } from "./check/read-evidence.js";
import { toJson } from "./json.js";
import { type Article, articleText } from "./model/article.js";
import { type Coverage, CoverageSchema, type Issue, IssueSchema } from "./model/issue.js";

export const ISSUE = "issue.json";
export const COVERAGE = "coverage.json";

/**
 * The issue itself, its coverage, and the cleaned text of every article that it cites.
 * @returns bytes by path below the issue's folder
 */
export function recordsOf(
  issue: Issue,
  articles: readonly Article[],
  coverage: Coverage,
): Map<string, Uint8Array> {
  const records = new Map([
    [ISSUE, toJson(issue, IssueSchema)],
    [COVERAGE, toJson(coverage, CoverageSchema)],
  ]);
  const cited = new Set(issue.sources.map(({ article }) => article));
  for (const article of articles) {
    if (!cited.has(article.id)) continue;
    records.set(evidenceOf(article.id), encode(articleText(article)));
  }
  return records;
}

/** Where the text of a cited article lies, below the issue's folder. */
export function evidenceOf(article: string): string {
  return `${EVIDENCE}/${article}.txt`;
}

/** What this program writes into an issue's folder; anything else there is the desk's. */
const OWN = new Set(["brief.html", "fonts", "brief.pdf", ISSUE, COVERAGE, EVIDENCE]);

export function isForeign(name: string): boolean {
  return !OWN.has(name);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
