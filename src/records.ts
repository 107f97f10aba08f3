/** From an issue and its articles to the files that keep it: the issue, its coverage, its evidence. */
import { EVIDENCE } from "./check-issue.js";
import { type Article, articleText } from "./model/article.js";
import type { Coverage, Issue } from "./model/issue.js";
import type { Format } from "./render-issue.js";

/**
 * The issue itself, its coverage, and the cleaned text of every article that it cites.
 * @returns bytes by path below the issue's folder
 */
export function recordsOf(
  issue: Issue,
  articles: readonly Article[],
  coverage: Coverage,
  formats: ReadonlySet<Format>,
): Map<string, Uint8Array> {
  const records = new Map<string, Uint8Array>();
  if (formats.has("json")) records.set("issue.json", encode(toJson(issue)));
  records.set("coverage.json", encode(toJson(coverage)));
  const cited = new Set(issue.sources.map(({ article }) => article));
  for (const article of articles) {
    if (!cited.has(article.id)) continue;
    records.set(`${EVIDENCE}/${article.id}.txt`, encode(articleText(article)));
  }
  return records;
}

/** What this program writes into an issue's folder; anything else there is the desk's. */
const OWN = new Set(["brief.html", "fonts", "brief.pdf", "issue.json", "coverage.json", EVIDENCE]);

export function isForeign(name: string): boolean {
  return !OWN.has(name);
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
