/** Further citations of a statement: reports of the same event from other origins, all of them and no others. */
import type { ArticleRange } from "../../model/analysis.js";
import type { Citation, Issue, Statement } from "../../model/issue.js";
import { byDerivation, type Derived } from "./derived.js";
import type { Breach } from "./fault.js";
import { type Placed, placesOf } from "./places.js";

/** What is cited in words of a sentence, or in the order of time, is supported in another way. */
const OTHERWISE = /^(?:glance|timeline|watch|names)\b/;

/** Beside one that differs a report stands by itself. */
const ALONE = /^disagreements\b/;

export const checkSupports = byDerivation((issue, derived) =>
  placesOf(issue).statements.flatMap((placed) => {
    const [first, ...further] = placed.value.citations;
    if (!derived.isWhole || first === undefined) return [];
    if (OTHERWISE.test(placed.spot.path ?? "")) return [];
    const found = derived.relations.supportsOf(rangeOf(first));
    const isAlone = ALONE.test(placed.spot.path ?? "") && further.length === 0;
    return isAlone ? [] : compareSupports(placed, further, found, derived, issue);
  }),
);

/** How far two reports are of one event hangs on all the articles that were looked at. */
export function compareSupports(
  { value, spot }: Placed<Statement>,
  stated: readonly Citation[],
  found: readonly ArticleRange[],
  { articles }: Derived,
  issue: Issue,
): Breach[] {
  const keys = new Set(found.map(keyOf));
  const statedKeys = new Set(stated.map(keyOf));
  const added = stated.filter(
    (citation) => articles.has(citation.article) && !keys.has(keyOf(citation)),
  );
  const dropped = found.filter((range) => !statedKeys.has(keyOf(range)));
  const fileOf = (id: string) => issue.sources.find(({ article }) => article === id)?.file ?? id;
  return [
    ...added.map(({ article, start, end }) => ({
      code: "support-differs" as const,
      message: `${fileOf(article)} does not report there what ${value.id} says`,
      at: { ...spot, article: { id: article, start, end } },
    })),
    ...dropped.map(({ article, start, end }) => ({
      code: "support-differs" as const,
      message: `${fileOf(article)} reports what ${value.id} says as well, and is not cited`,
      at: { ...spot, article: { id: article, start, end } },
    })),
  ];
}

function rangeOf({ article, start, end }: ArticleRange): ArticleRange {
  return { article, start, end };
}

function keyOf({ article, start, end }: ArticleRange): string {
  return `${article} ${start} ${end}`;
}
