/** From an issue to the lists that numbering and checking go through. */
import type { Citation, Finding, Issue, Statement } from "../model/issue.js";

/** Every statement of an issue, wherever it stands. */
export function statementsOf(issue: Issue): Statement[] {
  return [
    ...issue.bottomLine,
    ...issue.keyMessages,
    ...issue.glance.figures.map((figure) => figure.statement),
    ...issue.themes.flatMap((theme) => [
      ...theme.happened,
      ...theme.says.map((claim) => claim.statement),
      ...theme.background,
    ]),
    ...[...issue.timeline, ...issue.watch].map((entry) => entry.statement),
  ];
}

export function findingsOf(issue: Issue): Finding[] {
  return [
    ...issue.glance.flags,
    ...issue.themes.flatMap((theme) => [...theme.differ, ...(theme.since ?? [])]),
    ...issue.gaps,
  ];
}

/** Every citation of an issue in the order of printing. */
export function citationsOf(issue: Issue): Citation[] {
  const statements = statementsOf(issue);
  return [
    ...statements.flatMap((statement) => [
      ...statement.citations,
      ...(statement.context === undefined ? [] : [statement.context.citation]),
    ]),
    ...findingsOf(issue).flatMap((finding) => finding.citations),
    ...[...issue.timeline, ...issue.watch].map((entry) => entry.mention),
    ...issue.names.flatMap((name) => name.variants.flatMap((variant) => variant.citations)),
  ];
}
