/** Who does something to a version, and when: what every line of a release log bears. */
import { FailedRun } from "../failed-run.js";
import type { Diagnostic } from "../model/diagnostic.js";

export interface Who {
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/**
 * @param allowed names of the settings; everybody where they name none
 * @throws {FailedRun} where somebody else asks
 */
export function mustBeAllowed(
  { by }: Who,
  allowed: readonly string[] | undefined,
  what: "review" | "approve",
): void {
  if (allowed === undefined || allowed.some((name) => isSamePerson(name, by))) return;
  throw new FailedRun([notAllowed(by, allowed, what)]);
}

/** As people write names: case, spaces and the ways to write the same letter do not count. */
export function isSamePerson(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

function nameKey(name: string): string {
  return name.normalize("NFKC").trim().replaceAll(/\s+/gu, " ").toLowerCase();
}

function notAllowed(by: string, allowed: readonly string[], what: string): Diagnostic {
  return {
    code: "not-allowed",
    severity: "error",
    message: `"${by}" may not ${what} this brief`,
    place: { file: "distribution.yaml" },
    hint: `the settings name ${allowed.join(", ")}; --by says who you are`,
  };
}
