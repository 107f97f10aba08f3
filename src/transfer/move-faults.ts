/** Why a record is not moved, in words that say what to do. */
import type { LedgerError } from "../ledger/index.js";
import type { Diagnostic } from "../model/diagnostic.js";

export function notShared(): Diagnostic {
  return {
    code: "record-not-shared",
    severity: "error",
    message: "the settings name no PostgreSQL for the record",
    hint: "write ledger: postgres://host:5432/database into engines.yaml, or set BRIEF_LEDGER",
  };
}

export function inUse(): Diagnostic {
  return {
    code: "record-busy",
    severity: "error",
    message: "another process sends, or adds to the record",
    hint: "wait until it is done, and run this again",
  };
}

export function nothingThere(folder: string): Diagnostic {
  return {
    code: "nothing-to-move",
    severity: "info",
    message: "holds no record: there is nothing to move",
    place: { file: folder },
  };
}

export function another(folder: string, paths: readonly string[]): Diagnostic {
  const [first] = paths;
  const more = paths.length === 1 ? "" : ` and ${paths.length - 1} more`;
  return {
    code: "another-record",
    severity: "error",
    message: `another record is there already: ${first}${more} differ or are not in this one`,
    place: { file: folder },
    hint: "nothing was written; name an empty database (import) or an empty folder (export)",
  };
}

export function anotherLedger(): Diagnostic {
  return {
    code: "another-ledger",
    severity: "error",
    message: "another ledger is there already, and two cannot be made one",
    hint: "nothing was written; name an empty database (import) or an empty folder (export)",
  };
}

export function ofLedger({ kind, message }: LedgerError): Diagnostic {
  return {
    code: `ledger-${kind}`,
    severity: "error",
    message: `the ledger cannot be moved (${message})`,
    hint: "mend that, and run this again: what was moved stays",
  };
}
