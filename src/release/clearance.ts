/** A release log and what is about to be cleared in, why it may not be out. */
import { FailedRun } from "../failed-run.js";
import { canonicalJson } from "../issue/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type EntryOf, entriesOf, type SealedEdition, stateOf } from "../model/release-log.js";
import type { ReleaseLog } from "../record/index.js";
import type { LookSignature } from "./signature.js";
import { isSamePerson, type Who } from "./who.js";

/** What stands to be cleared. */
export interface Candidate extends LookSignature {
  readonly version: string;
  readonly editions: readonly SealedEdition[];
}

/** @throws {FailedRun} where the log cannot be trusted, or the version is past being cleared */
export function mustBeOpen(log: ReleaseLog, version: string): void {
  if (!log.holds) throw new FailedRun(log.diagnostics);
  const state = stateOf(log.entries, version);
  if (state === "draft" || state === "reviewed") return;
  throw new FailedRun([pastThat(log.file, version, state)]);
}

/**
 * The review that an approval rests on.
 * @throws {FailedRun} where there is none, where something changed since, or where nobody else looked at it
 */
export function mustBeReviewed(
  log: ReleaseLog,
  candidate: Candidate,
  { by }: Who,
): EntryOf<"reviewed"> {
  const reviews = entriesOf(log.entries, candidate.version, "reviewed");
  const last = reviews.at(-1);
  if (last === undefined) throw new FailedRun([notReviewed(log.file, candidate.version)]);
  const same = reviews.filter((review) => changedSince(review, candidate).length === 0);
  if (same.length === 0) {
    throw new FailedRun([changed(log.file, last, changedSince(last, candidate))]);
  }
  const other = same.findLast((review) => !isSamePerson(review.by, by));
  if (other === undefined) throw new FailedRun([samePerson(log.file, by)]);
  return other;
}

function changedSince(review: EntryOf<"reviewed">, candidate: Candidate): string[] {
  return [
    ...(canonicalJson(review.editions) === canonicalJson(candidate.editions) ? [] : ["the issue"]),
    ...(review.template === candidate.template ? [] : ["the template"]),
    ...(review.style === candidate.style ? [] : ["the style"]),
    ...(review.marking === candidate.marking ? [] : ["the marking"]),
  ];
}

function refusal(code: string, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, place: { file }, hint };
}

function pastThat(file: string, version: string, state: string): Diagnostic {
  const hint = "brief generate --reissue makes the next version";
  return refusal("already-cleared", file, `version ${version} is ${state} already`, hint);
}

function notReviewed(file: string, version: string): Diagnostic {
  const hint =
    "somebody else runs brief review on it first; fourEyes: false lets one person do both";
  return refusal("not-reviewed", file, `nobody has reviewed version ${version}`, hint);
}

function changed(file: string, { by, at }: EntryOf<"reviewed">, parts: string[]): Diagnostic {
  const message = `${parts.join(" and ")} changed since ${by} reviewed it at ${at}`;
  return refusal("changed-since-review", file, message, "have it reviewed as it is now");
}

function samePerson(file: string, by: string): Diagnostic {
  const hint =
    "somebody else approves it; fourEyes: false in distribution.yaml lets one person do both";
  return refusal("four-eyes", file, `"${by}" reviewed it, and may not approve it as well`, hint);
}
