/**
 * From a finished issue and its sources to what does not hold: every citation, number, quotation
 * and marking is worked out again from the words it rests on.
 */
import { type ArticlePlace, type Fault, faultOf } from "../../model/fault.js";
import type { Issue } from "../../model/issue.js";
import { type ParsedIssue, readIssue } from "../parse-issue.js";
import { brokenSeal, checkCorpus, checkCounts, checkGaps, checkMarking } from "./accounts.js";
import { checkCitations, checkStatements } from "./citations.js";
import { checkClaims, checkSides } from "./claims.js";
import { checkComparison } from "./comparison.js";
import { checkConflicts } from "./conflicts.js";
import { checkAssignments, checkCoverage } from "./coverage.js";
import { checkDecisions, checkDeskLines, checkExcluded, checkStanding } from "./desk-lines.js";
import { checkDisagreements } from "./disagreements.js";
import { checkDates, checkEvents, checkTellings } from "./events.js";
import type { Breach, Rule, Sources, Spot } from "./fault.js";
import { checkClaimants, checkGlance } from "./figures.js";
import { checkFigures, checkFindings } from "./findings.js";
import { checkDeskText, checkPeriod, checkSettings } from "./frame.js";
import { checkFates, checkLedgers } from "./ledger.js";
import { checkNameEntries, checkNames } from "./names.js";
import { checkOwnVoice } from "./own-voice.js";
import { checkBearings, checkSpans } from "./passages.js";
import { checkDays, checkSpeakers } from "./provenance.js";
import { checkQuotationCap } from "./quotation-cap.js";
import { checkReadings } from "./readings.js";
import { checkRepeats } from "./repeats.js";
import { checkRestrictions } from "./restrictions.js";
import { checkRevision } from "./revision.js";
import { checkRewrites } from "./rewrites.js";
import { checkNumbering, checkRegister, checkRows } from "./sources.js";
import { checkSupports } from "./supports.js";
import { checkThemes } from "./themes.js";

export type { Sources } from "./fault.js";

/** @returns an empty list where every promise holds */
export function checkIssue(value: unknown, sources: Sources, file: string): Fault[] {
  const { value: parsed, diagnostics } = readIssue(value, file);
  return parsed === null ? [...diagnostics] : checkParsed(parsed, sources, file);
}

/** The same for an issue that was read before. */
export function checkParsed(
  { issue, sealHolds, written }: ParsedIssue,
  sources: Sources,
  file: string,
): Fault[] {
  const rules = RULES.filter((rule) => (FIRST_HELD.get(rule) ?? 1) <= written);
  const breaches = rules.flatMap((rule) => rule(issue, sources));
  if (!sealHolds) breaches.unshift(brokenSeal());
  const distinct = new Map(breaches.map((breach) => [keyOf(breach), breach]));
  return [...distinct.values()].map((breach) => locate(breach, issue, sources, file));
}

function keyOf({ code, message, at }: Breach): string {
  return JSON.stringify([code, message, at.path]);
}

function locate(
  { code, message, hint, severity, at }: Breach,
  issue: Issue,
  sources: Sources,
  file: string,
): Fault {
  const { article, ...spot } = at;
  const words = article === undefined ? {} : { article: placeIn(article, issue, sources) };
  const fault = faultOf(code, message, { file, ...spot, ...words }, hint);
  return severity === undefined ? fault : { ...fault, severity };
}

/** The line is counted in the stored text, as its offsets are. */
function placeIn(
  article: NonNullable<Spot["article"]>,
  { sources }: Issue,
  { texts }: Sources,
): ArticlePlace {
  const file = sources.find((source) => source.article === article.id)?.file ?? null;
  const text = texts.get(article.id);
  if (text === undefined || article.start === undefined) return { ...article, file };
  return { ...article, file, line: text.slice(0, article.start).split("\n").length };
}

/** Causes first: from a source that is not listed, much else follows. */
const RULES: readonly Rule[] = [
  checkNumbering,
  checkCitations,
  checkStatements,
  checkSpans,
  checkBearings,
  checkSupports,
  checkFindings,
  checkConflicts,
  checkFigures,
  checkGlance,
  checkClaimants,
  checkNames,
  checkNameEntries,
  checkSpeakers,
  checkClaims,
  checkSides,
  checkDays,
  checkDates,
  checkDisagreements,
  checkEvents,
  checkTellings,
  checkThemes,
  checkComparison,
  checkGaps,
  checkCounts,
  checkFates,
  checkLedgers,
  checkCoverage,
  checkAssignments,
  checkRows,
  checkRegister,
  checkReadings,
  checkPeriod,
  checkSettings,
  checkDeskText,
  checkDeskLines,
  checkDecisions,
  checkExcluded,
  checkStanding,
  checkRevision,
  checkOwnVoice,
  checkQuotationCap,
  checkMarking,
  checkRestrictions,
  checkRewrites,
  checkRepeats,
  checkCorpus,
];

/** Promises that older issues never made, by the version of the issue that made them first. */
const FIRST_HELD: ReadonlyMap<Rule, number> = new Map([
  [checkComparison, 2],
  [checkRepeats, 2],
]);
