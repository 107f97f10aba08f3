/** From an issue to the lists that numbering and checking go through, in the order of printing. */
import type { Citation, DeskLine, Finding, Issue, Statement, ToldDate } from "../model/issue.js";

/** The parts of an issue that say something, before it is numbered and accounted for. */
export type Content = Pick<
  Issue,
  | "desk"
  | "bottomLine"
  | "keyMessages"
  | "glance"
  | "themes"
  | "disagreements"
  | "timeline"
  | "watch"
>;

/** A statement under the name of the place that prints it. */
export interface Slot {
  readonly name: string;
  readonly statement: Statement;
}

/** Every place that prints a statement; one that is printed twice stands twice. */
export function slotsOf(content: Content): Slot[] {
  const under = (name: string, statements: readonly Statement[]) =>
    statements.map((statement) => ({ name, statement }));
  const told = (name: string, holders: readonly { readonly statement: Statement }[]) =>
    holders.map(({ statement }) => ({ name, statement }));
  return [
    ...under("bottom line", content.bottomLine),
    ...under("key messages", content.keyMessages),
    ...told("at a glance", content.glance.figures),
    ...told("what to watch", content.watch),
    ...content.themes.flatMap((theme) => [
      ...under(`${theme.id}: what happened`, theme.happened),
      ...told(`${theme.id}: who says what`, theme.says),
      ...under(`${theme.id}: background`, theme.background),
    ]),
    ...content.disagreements.flatMap(({ sides }) => told("where reports differ", sides)),
    ...told("timeline", content.timeline),
  ];
}

/** Every statement, wherever it stands. */
export function statementsOf(content: Content): Statement[] {
  return slotsOf(content).map(({ statement }) => statement);
}

/** How many different statements each article speaks, by its id. */
export function countTellings(content: Content): ReadonlyMap<string, number> {
  const spoken = new Map<string, Set<string>>();
  for (const { id, citations } of statementsOf(content)) {
    const article = citations[0]?.article ?? "";
    const ids = spoken.get(article) ?? new Set();
    spoken.set(article, ids.add(id));
  }
  return new Map([...spoken].map(([article, ids]) => [article, ids.size]));
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
    ...[...content.desk.bottomLine, ...content.desk.keyMessages].flatMap(citationsOfLine),
    ...statementsOf(content).flatMap(citationsOfStatement),
    ...content.desk.watch.flatMap(({ line }) => line.citations),
    ...content.themes.flatMap(({ assessment }) => assessment?.citations ?? []),
    ...findingsOf(content).flatMap((finding) => finding.citations),
    ...datedIn(content).map(({ mention }) => mention),
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

function citationsOfLine({ citations }: DeskLine): Citation[] {
  return citations;
}

function citationsOfStatement({ citations, context }: Statement): Citation[] {
  return context === undefined ? citations : [context.citation, ...citations];
}

/** Everything that gives an event its date. */
export function datedIn(
  content: Pick<Content, "watch" | "timeline" | "disagreements">,
): ToldDate[] {
  const sides = content.disagreements.flatMap((disagreement) => disagreement.sides);
  return [...content.watch, ...content.timeline, ...sides.flatMap(({ when }) => when ?? [])];
}
