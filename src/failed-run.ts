/** A run that cannot go on: the diagnostics say why, and nothing is written. */
import { EngineError } from "./host/engine-error.js";
import { HostError } from "./host/host.js";
import { type Diagnostic, hasErrors, type Outcome } from "./model/diagnostic.js";

export class FailedRun extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? "the run failed");
    this.name = "FailedRun";
  }
}

/**
 * The value that a step gave; what it said is kept for the end of the run.
 * @throws {FailedRun} where it gave none
 */
export function settle<T>({ value, diagnostics }: Outcome<T>, kept: Diagnostic[]): T {
  kept.push(...diagnostics);
  if (value === null || hasErrors(diagnostics)) throw new FailedRun([]);
  return value;
}

/**
 * What the work gives.
 * @param kept what it told before it failed, to be told with the failure
 * @throws {FailedRun} with all of it
 */
export async function tellingAll<T>(kept: readonly Diagnostic[], work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    throw new FailedRun([...kept, ...error.diagnostics]);
  }
}

/** What an error that a person can mend looks like to them; any other is a fault of ours. */
export function diagnose(error: unknown): readonly Diagnostic[] {
  if (error instanceof FailedRun) return error.diagnostics;
  if (error instanceof EngineError) return [engineFault(error)];
  if (!(error instanceof HostError)) throw error;
  const { message, path, hint } = error;
  return [{ code: "host", severity: "error", message, place: { file: path }, hint }];
}

function engineFault({ kind, engine, message, hint }: EngineError): Diagnostic {
  return { code: `engine-${kind}`, severity: "error", message: `${engine}: ${message}`, hint };
}
