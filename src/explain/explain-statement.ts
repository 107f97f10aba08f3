/** A statement or a finding in, where it stands and what it rests on out. */
import { slotsOf } from "../issue/index.js";
import type { FindingExplanation, StatementExplanation } from "../model/explanation.js";
import type { Finding, Issue, Statement } from "../model/issue.js";
import { explainPassage } from "./explain-passage.js";
import { fileOf, type Known, numberOf, placeIn } from "./known.js";

export function explainStatement(statement: Statement, known: Known): StatementExplanation {
  const slots = slotsOf(known.issue).filter((slot) => slot.statement.id === statement.id);
  const [first] = statement.citations;
  return {
    kind: "statement",
    statement,
    slots: [...new Set(slots.map(({ name }) => name))],
    citations: statement.citations.map((citation) => ({
      ...citation,
      file: fileOf(known, citation.article),
      number: numberOf(known, citation.article) ?? 1,
    })),
    passage: first === undefined ? null : explainPassage(first, known),
  };
}

export function explainFinding(finding: Finding, known: Known): FindingExplanation {
  return {
    kind: "finding",
    finding,
    slots: placesOf(finding.id, known.issue),
    operands: finding.citations.map((citation) => placeIn(known, citation)),
    articles: finding.articles.map((article) => ({ article, file: fileOf(known, article) })),
  };
}

/** Every finding of an issue with the name of the place that prints it. */
export function findingsIn(issue: Issue): { readonly slot: string; readonly finding: Finding }[] {
  const under = (slot: string, findings: readonly Finding[]) =>
    findings.map((finding) => ({ slot, finding }));
  return [
    ...under("at a glance", issue.glance.flags),
    ...issue.themes.flatMap(({ id, differ, since }) => [
      ...under(`${id}: where reports differ`, differ),
      ...under(`${id}: since last issue`, since ?? []),
    ]),
    ...under(
      "where reports differ",
      issue.disagreements.map(({ finding }) => finding),
    ),
    ...under("gaps in the sourcing", issue.gaps),
    ...under("corrections", issue.revision?.changes ?? []),
  ];
}

function placesOf(id: string, issue: Issue): string[] {
  const own = findingsIn(issue).filter(({ finding }) => finding.id === id);
  return [...new Set(own.map(({ slot }) => slot))];
}
