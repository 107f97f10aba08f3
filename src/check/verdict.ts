/** Faults in, what they come to out: what could not be looked at does not hold, nor is it wrong. */
import type { CheckCode } from "../model/check-codes.js";
import { hasErrors } from "../model/diagnostic.js";
import type { Fault } from "../model/fault.js";

export type Verdict = "holds" | "fails" | "not-verified";

const NOT_VERIFIED: ReadonlySet<CheckCode> = new Set([
  "quotations-not-verified",
  "template-not-at-hand",
  "approval-not-verified",
]);

export function verdictOf(faults: readonly Fault[]): Verdict {
  if (hasErrors(faults)) return "fails";
  return faults.some(({ code }) => NOT_VERIFIED.has(code)) ? "not-verified" : "holds";
}
