/** How an attempt at a job ends: with a result, for another attempt, or put down before it was done. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { JobFile } from "../model/job.js";

export type JobEnd =
  | { readonly kind: "finished"; readonly work: Work }
  /** For a reason that lies outside of what was asked. */
  | { readonly kind: "again"; readonly reason: Diagnostic }
  /** By whoever stops the worker. */
  | { readonly kind: "stopped" };

/** What came of it, but for who did it and for how long. */
export interface Work {
  readonly outcome: "done" | "failed";
  readonly issue: string | null;
  readonly files: readonly JobFile[];
  readonly counts: Readonly<Record<string, number>>;
  readonly unknown: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: Work = {
  outcome: "done",
  issue: null,
  files: [],
  counts: {},
  unknown: [],
  diagnostics: [],
};

export function done(work: Partial<Work>): JobEnd {
  return finished({ ...NOTHING, ...work, outcome: "done" });
}

/** What an engine or a disk had to say may be otherwise the next time; what a file holds will not. */
export function failed(work: Partial<Work>): JobEnd {
  const reason = (work.diagnostics ?? []).find(isOfOutside);
  if (reason !== undefined) return { kind: "again", reason };
  return finished({ ...NOTHING, ...work, outcome: "failed" });
}

/** Codes of what lies outside: `engine-unreachable` and its like, a disk, a ledger, another sender. */
const OUTSIDE = /^(?:engine-.*|host|ledger-.*|sender-busy|relay-refuses|index-locked)$/;

function isOfOutside({ code, severity }: Diagnostic): boolean {
  return severity === "error" && OUTSIDE.test(code);
}

/** More of them nobody reads in a list of jobs. */
const MOST_TOLD = 200;

function finished(work: Work): JobEnd {
  // What is only of interest stands in coverage.json, beside the brief.
  const told = work.diagnostics.filter(({ severity }) => severity !== "info");
  return { kind: "finished", work: { ...work, diagnostics: told.slice(0, MOST_TOLD) } };
}
