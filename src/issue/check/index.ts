/**
 * From a finished issue and its sources to what does not hold: every citation, number, quotation
 * and marking is worked out again from the words it rests on.
 */
import { type ArticlePlace, type Fault, faultOf } from "../../model/fault.js";
import type { Issue } from "../../model/issue.js";
import { type ParsedIssue, readIssue } from "../parse-issue.js";
import {
  brokenSeal,
  checkCorpus,
  checkCounts,
  checkGaps,
  checkMarking,
  checkNumbering,
} from "./accounts.js";
import { checkCitations, checkStatements } from "./citations.js";
import { checkDisagreements } from "./disagreements.js";
import type { Breach, Rule, Sources, Spot } from "./fault.js";
import { checkFigures, checkFindings } from "./findings.js";
import { checkFates, checkLedgers } from "./ledger.js";
import { checkDates, checkDays, checkNames, checkSpeakers } from "./provenance.js";

export type { Sources } from "./fault.js";

/** @returns an empty list where every promise holds */
export function checkIssue(value: unknown, sources: Sources, file: string): Fault[] {
  const { value: parsed, diagnostics } = readIssue(value, file);
  return parsed === null ? [...diagnostics] : checkParsed(parsed, sources, file);
}

/** The same for an issue that was read before. */
export function checkParsed(
  { issue, sealHolds }: ParsedIssue,
  sources: Sources,
  file: string,
): Fault[] {
  const breaches = RULES.flatMap((rule) => rule(issue, sources));
  if (!sealHolds) breaches.unshift(brokenSeal());
  const distinct = new Map(breaches.map((breach) => [keyOf(breach), breach]));
  return [...distinct.values()].map((breach) => locate(breach, issue, sources, file));
}

function keyOf({ code, message, at }: Breach): string {
  return JSON.stringify([code, message, at.path]);
}

function locate({ code, message, hint, at }: Breach, issue: Issue, sources: Sources, file: string) {
  const { article, ...spot } = at;
  const words = article === undefined ? {} : { article: placeIn(article, issue, sources) };
  return faultOf(code, message, { file, ...spot, ...words }, hint);
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

const RULES: readonly Rule[] = [
  checkCitations,
  checkStatements,
  checkFindings,
  checkFigures,
  checkNames,
  checkSpeakers,
  checkDays,
  checkDates,
  checkDisagreements,
  checkGaps,
  checkCounts,
  checkFates,
  checkLedgers,
  checkNumbering,
  checkMarking,
  checkCorpus,
];
