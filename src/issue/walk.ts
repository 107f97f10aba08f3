/** From an issue to the lists that numbering and checking go through, in the order of printing. */
import type { Citation, Finding, Issue, Statement, TimelineEntry } from "../model/issue.js";

/** The parts of an issue that say something, before it is numbered and accounted for. */
export type Content = Pick<
  Issue,
  "bottomLine" | "keyMessages" | "glance" | "themes" | "timeline" | "watch"
>;

/** Every statement, wherever it stands. */
export function statementsOf(content: Content): Statement[] {
  return [
    ...content.bottomLine,
    ...content.keyMessages,
    ...content.glance.figures.map((figure) => figure.statement),
    ...content.watch.map((entry) => entry.statement),
    ...content.themes.flatMap((theme) => [
      ...theme.happened,
      ...theme.says.map((claim) => claim.statement),
      ...theme.background,
    ]),
    ...content.timeline.map((entry) => entry.statement),
  ];
}

/** Every finding about what the articles say. */
export function findingsOf(content: Content): Finding[] {
  return [
    ...content.glance.flags,
    ...content.themes.flatMap((theme) => [...theme.differ, ...(theme.since ?? [])]),
  ];
}

/** Every citation of the content: the first of each article gives it its number. */
export function citationsOf(content: Content): Citation[] {
  return [
    ...statementsOf(content).flatMap(citationsOfStatement),
    ...findingsOf(content).flatMap((finding) => finding.citations),
    ...eventsOf(content).map((entry) => entry.mention),
  ];
}

/** Citations of the content and of the annexes. */
export function allCitationsOf(issue: Issue): Citation[] {
  return [
    ...citationsOf(issue),
    ...issue.gaps.flatMap((finding) => finding.citations),
    ...issue.names.flatMap((name) => name.variants.flatMap((variant) => variant.citations)),
  ];
}

function citationsOfStatement({ citations, context }: Statement): Citation[] {
  return context === undefined ? citations : [context.citation, ...citations];
}

function eventsOf(content: Content): TimelineEntry[] {
  return [...content.watch, ...content.timeline];
}
