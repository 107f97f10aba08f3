/** Where reports differ: every finding is there again when the reports are compared, and none is left out. */
import { type ArticleRange, type Conflict, overlaps } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { Finding, Issue, IssueTheme } from "../../model/issue.js";
import { makeFinding } from "../findings.js";
import { byDerivation } from "./derived.js";
import type { Breach } from "./fault.js";
import { spotAt } from "./places.js";

export const checkConflicts = byDerivation(
  (issue, { relations, articles, isWhole, hasLexicon }) => {
    if (!hasLexicon) return [];
    const current = new Set(
      issue.coverage
        .filter(({ day }) => isIn(issue, day?.day))
        .flatMap(({ article }) => article ?? []),
    );
    const isCurrent = ({ ranges }: Conflict) => ranges.some(({ article }) => current.has(article));
    const flags = relations.conflicts.filter(
      (conflict) => conflict.theme === null && isCurrent(conflict),
    );
    const lists: List[] = [
      { path: ["glance", "flags"], stated: issue.glance.flags, found: flags },
      ...issue.themes.map((theme, index) => ({
        path: ["themes", index, "differ"],
        stated: theme.differ,
        found: relations.conflicts.filter(
          (conflict) =>
            conflict.theme === theme.id &&
            (isCurrent(conflict) || conflict.ranges.every((range) => isPrinted(theme, range))),
        ),
      })),
    ];
    return lists.flatMap((list) => compare(list, issue, articles, isWhole));
  },
);

interface List {
  readonly path: readonly (string | number)[];
  readonly stated: readonly Finding[];
  readonly found: readonly Conflict[];
}

function compare(
  { path, stated, found }: List,
  issue: Issue,
  articles: ReadonlyMap<string, Article>,
  isWhole: boolean,
): Breach[] {
  const expected = found.map((conflict) => makeFinding(conflict, articles));
  const ids = new Set(expected.map(({ id }) => id));
  const statedIds = new Set(stated.map(({ id }) => id));
  const isAtHand = ({ citations, articles: about }: Finding) =>
    [...citations.map(({ article }) => article), ...about].every((article) =>
      articles.has(article),
    );
  const unfounded = stated.flatMap((finding, index): Breach[] => {
    if (ids.has(finding.id) || !isAtHand(finding)) return [];
    const message = `${finding.id} (${finding.kind}) does not follow from the reports that it cites`;
    return [
      { code: "finding-unfounded", message, at: spotAt([...path, index], issue, finding.id) },
    ];
  });
  const missing = isWhole ? expected.filter(({ id }) => !statedIds.has(id)) : [];
  return [
    ...unfounded,
    ...missing.map((finding): Breach => {
      const message = `the reports differ, and nothing says so: ${finding.kind} (${finding.id})`;
      return { code: "finding-missing", message, at: spotAt(path, issue, finding.id) };
    }),
  ];
}

function isIn({ period }: Issue, day: string | undefined): boolean {
  return day !== undefined && period.from <= day && day <= period.to;
}

function isPrinted({ background }: IssueTheme, range: ArticleRange): boolean {
  return background.some(({ citations: [first], context }) =>
    [first, context?.citation].some((told) => told !== undefined && overlaps(told, range)),
  );
}
