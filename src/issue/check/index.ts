/**
 * From a finished issue and its sources to what does not hold: every citation, number, quotation
 * and marking is worked out again from the words it rests on.
 */
import type { Diagnostic } from "../../model/diagnostic.js";
import { IssueSchema } from "../../model/issue.js";
import {
  checkCorpus,
  checkCounts,
  checkGaps,
  checkMarking,
  checkNumbering,
  checkSeal,
} from "./accounts.js";
import { checkCitations, checkStatements } from "./citations.js";
import type { Rule, Sources } from "./fault.js";
import { checkFigures, checkFindings } from "./findings.js";
import { checkDates, checkDays, checkNames, checkSpeakers } from "./provenance.js";

export type { Sources } from "./fault.js";

/** @returns an empty list where every promise holds */
export function checkIssue(value: unknown, sources: Sources, file: string): Diagnostic[] {
  const parsed = IssueSchema.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.slice(0, SHOWN).map((issue) => ({
      code: "issue-malformed",
      severity: "error",
      message: `${issue.path.join(".") || "the issue"}: ${issue.message}`,
      place: { file },
      hint: "an issue is never edited by hand: generate it again",
    }));
  }
  const issue = parsed.data;
  const faults = RULES.flatMap((rule) => rule(issue, sources));
  const distinct = [...new Map(faults.map((fault) => [fault.message, fault])).values()];
  return distinct.map((fault) => ({ severity: "error" as const, place: { file }, ...fault }));
}

/** Of a file that is no issue at all, a few faults tell as much as all of them. */
const SHOWN = 5;

const RULES: readonly Rule[] = [
  checkSeal,
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
