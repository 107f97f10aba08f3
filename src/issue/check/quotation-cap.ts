/** How much of one article the brief quotes, against the cap that the desk has set for it. */
import type { Citation, Issue } from "../../model/issue.js";
import { splitWords } from "../../text/words.js";
import type { Breach, Sources } from "./fault.js";
import { placesOf, spotAt } from "./places.js";

export function checkQuotationCap(issue: Issue, { brief, texts }: Sources): Breach[] {
  const cap = brief?.limits.quotation;
  if (cap === undefined || (cap.words === undefined && cap.share === undefined)) return [];
  const cited = Map.groupBy(
    placesOf(issue).citations.map(({ value }) => value),
    ({ article }) => article,
  );
  return issue.sources.flatMap(({ article, file }, index): Breach[] => {
    const text = texts.get(article);
    if (text === undefined) return [];
    const words = countQuoted(text, cited.get(article) ?? []);
    const all = splitWords(text).length;
    const most = Math.min(cap.words ?? all, Math.floor((cap.share ?? 1) * all));
    if (words <= most) return [];
    const message = `${words} of the ${all} words of ${file} are quoted, the cap is ${most}`;
    return [
      {
        code: "quotation-too-long",
        message,
        at: { ...spotAt(["sources", index], issue), article: { id: article } },
      },
    ];
  });
}

/** Words quoted twice count once. */
function countQuoted(text: string, citations: readonly Citation[]): number {
  const ranges = citations.toSorted((a, b) => a.start - b.start);
  let words = 0;
  let reached = 0;
  for (const { start, end } of ranges) {
    const from = Math.max(start, reached);
    if (end <= from) continue;
    words += splitWords(text.slice(from, end)).length;
    reached = end;
  }
  return words;
}
