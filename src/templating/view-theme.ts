/** A theme of the frozen issue in, its part of the page as a template sees it out. */
import type { Claim, IssueTheme, Statement } from "../model/issue.js";
import { viewLedger } from "./coverage-view.js";
import { viewDeskLine } from "./desk-view.js";
import { openingWords } from "./opening-words.js";
import type { ClaimView, ThemeView } from "./view/index.js";
import { changeOf, viewChanges } from "./view-changes.js";
import { inLanguage, languageName, localised } from "./view-language.js";
import { type Known, viewStatement } from "./view-statement.js";

export function viewTheme(
  theme: IssueTheme,
  language: string,
  known: Known,
): Omit<ThemeView, "sideBySide"> {
  const told = new Set(theme.happened.map(({ id }) => id));
  const title = localised(theme.title, language) ?? theme.id;
  const statement = (value: Statement) => viewStatement(value, known);
  return {
    id: theme.id,
    title,
    short:
      inLanguage(theme.short, language) ??
      theme.short.en ??
      localised(theme.title, language) ??
      theme.id,
    question: inLanguage(theme.question ?? {}, language) ?? title,
    status: theme.status,
    reason: theme.reason?.text ?? null,
    reports: theme.reports.length,
    origins: theme.origins.length,
    backgroundReports: theme.backgroundReports.length,
    lastIssue: theme.lastIssue,
    happened: theme.happened.map((value) => ({
      ...statement(value),
      change: changeOf(value, theme.since),
    })),
    says: theme.says.map((claim) => viewClaim(claim, told.has(claim.statement.id), known)),
    differ: theme.differ,
    background: theme.background.map(statement),
    assessment: theme.assessment?.text ?? null,
    assessed: theme.assessment && viewDeskLine(theme.assessment),
    unreported: REPORTED_SLOTS.filter((slot) => theme[slot].length === 0),
    ledger: viewLedger(theme, (tag) => languageName(tag, language)),
    ...viewChanges(theme.since),
  };
}

const REPORTED_SLOTS = ["happened", "says", "differ", "background"] as const;

/** @param told in full under "what happened", so that its first words will do */
function viewClaim(claim: Claim, told: boolean, known: Known): ClaimView {
  const inFull = viewStatement(claim.statement, known);
  return {
    statement: told ? { ...inFull, text: openingWords(inFull.text), rewrite: null } : inFull,
    told,
    speaker: claim.speaker.name,
    carriers: claim.statement.citations.map((citation) => ({
      outlet: known.articles.get(citation.article)?.outlet ?? null,
      citations: [citation],
    })),
    via: claim.via,
    depth: claim.depth,
  };
}
