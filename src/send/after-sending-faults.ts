/** Why nobody, or not everybody, is told what became of an issue, in words that say what to do. */
import type { Diagnostic } from "../model/diagnostic.js";

export function notWithdrawn(name: string): Diagnostic {
  return {
    code: "not-withdrawn",
    severity: "error",
    message: `no version of ${name} was withdrawn`,
    hint: "brief withdraw takes one back, with the reason that readers are told",
  };
}

export function noEarlier(version: string): Diagnostic {
  return {
    code: "nothing-to-correct",
    severity: "error",
    message: `version ${version} is the first that was approved`,
    hint: "brief send sends it; a correction is for those who have an earlier version",
  };
}

export function nobodyHasIt(aftermath: "correction" | "withdrawal"): Diagnostic {
  return {
    code: "nobody-to-tell",
    severity: "info",
    message:
      aftermath === "correction"
        ? "by the ledger nobody has an earlier version alone"
        : "by the ledger nobody has this version",
    hint: "there is nobody to tell",
  };
}

export function ledgerKnowsNobody(count: number): Diagnostic {
  return {
    code: "ledger-lost",
    severity: "error",
    message: `the ledger knows nothing of what ${count} have by the record: it cannot say who they are`,
    hint: "put the ledger back, from a copy of the record",
  };
}

export function strangersInLedger(addresses: readonly string[]): Diagnostic {
  return {
    code: "reader-not-frozen",
    severity: "warning",
    message: `${addresses.join(", ")}: in the ledger, and not among those it was approved for`,
    hint: "they are not told; write to them yourself",
  };
}
