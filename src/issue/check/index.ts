/**
 * From a finished issue and its sources to what does not hold: every citation, number, quotation
 * and marking is worked out again from the words it rests on.
 */
import type { Diagnostic } from "../../model/diagnostic.js";
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
import type { Rule, Sources } from "./fault.js";
import { checkFigures, checkFindings } from "./findings.js";
import { checkDates, checkDays, checkNames, checkSpeakers } from "./provenance.js";

export type { Sources } from "./fault.js";

/** @returns an empty list where every promise holds */
export function checkIssue(value: unknown, sources: Sources, file: string): Diagnostic[] {
  const { value: parsed, diagnostics } = readIssue(value, file);
  return parsed === null ? [...diagnostics] : checkParsed(parsed, sources, file);
}

/** The same for an issue that was read before. */
export function checkParsed(
  { issue, sealHolds }: ParsedIssue,
  sources: Sources,
  file: string,
): Diagnostic[] {
  const faults = [
    ...(sealHolds ? [] : [brokenSeal()]),
    ...RULES.flatMap((rule) => rule(issue, sources)),
  ];
  const distinct = [...new Map(faults.map((fault) => [fault.message, fault])).values()];
  return distinct.map((fault) => ({ severity: "error" as const, place: { file }, ...fault }));
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
  checkGaps,
  checkCounts,
  checkNumbering,
  checkMarking,
  checkCorpus,
];
