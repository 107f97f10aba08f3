/** The disagreements of an issue in, the rows of their tables out: changes apart from what does not agree. */
import type { Disagreement, DisagreementSide, Statement } from "../model/issue.js";
import type { DisagreementView, SideView, StatementView, View } from "./view/index.js";

export interface DisagreementWords {
  readonly statement: (statement: Statement) => StatementView;
  readonly outletOf: (article: string) => string | null;
  /** Short title of a theme. */
  readonly shortOf: (theme: string) => string;
}

export function viewDisagreements(
  disagreements: readonly Disagreement[],
  words: DisagreementWords,
): View["disagreements"] {
  const rows = disagreements.map((disagreement) => viewDisagreement(disagreement, words));
  const differ = rows.filter(({ kind }) => kind !== "superseded");
  const changes = rows.filter(({ kind }) => kind === "superseded");
  const apart = changes.length === 0 ? [] : [{ group: "changes" as const, rows: changes }];
  return [{ group: "differ", rows: differ }, ...apart];
}

function viewDisagreement(
  { kind, theme, finding, sides }: Disagreement,
  words: DisagreementWords,
): DisagreementView {
  return {
    id: finding.id,
    kind,
    theme: theme === null ? null : words.shortOf(theme),
    finding,
    sides: sides.map((side) => viewSide(side, words)),
  };
}

function viewSide(
  { part, statement, speaker, via, figure, when }: DisagreementSide,
  words: DisagreementWords,
): SideView {
  return {
    part,
    statement: words.statement(statement),
    speaker: speaker?.name ?? null,
    outlet: words.outletOf(statement.citations[0]?.article ?? ""),
    via,
    figure,
    when: when?.date ?? null,
    inferred: when?.anchor === "inferred",
  };
}
