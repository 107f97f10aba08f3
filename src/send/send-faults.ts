/** Why an issue is not sent, or not to everybody, in words that say what to do. */
import type { LedgerError } from "../ledger/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { closest } from "../text/suggest.js";
import type { DispatchEnd } from "./dispatch.js";

export function noMailSettings(file: string): Diagnostic {
  return {
    code: "no-mail-settings",
    severity: "error",
    message: "names no server that takes messages",
    place: { file },
    hint: "add mail: { relay: { host: … }, from: { address: … } }",
  };
}

export function unknownList(list: string, known: readonly string[]): Diagnostic {
  const near = closest(list, known);
  return {
    code: "unknown-list",
    severity: "error",
    message: `the issue was approved for no list "${list}"`,
    hint:
      near === null
        ? `it was for ${known.join(", ") || "nobody"}; who joins later gets the next issue`
        : `did you mean "${near}"?`,
  };
}

export function superseded({
  version,
  supersededBy,
}: {
  readonly version: string;
  readonly supersededBy: string | null;
}): Diagnostic {
  return {
    code: "superseded",
    severity: "error",
    message: `version ${version} is superseded by ${supersededBy}`,
    hint: "send the later one",
  };
}

/** @param folder of the version in the record */
export function noMessage(folder: string): Diagnostic {
  return {
    code: "no-message",
    severity: "error",
    message: "no message was approved with the issue",
    place: { file: folder },
    hint: "name mail among release: { formats: … } of the brief in distribution.yaml, and approve the next version",
  };
}

export function notOfTheDesk(address: string): Diagnostic {
  return {
    code: "test-refused",
    severity: "error",
    message: `${address} is no address of the desk's domain, nor of a reader who may see the issue`,
    hint: "name one of the domain of mail: { from } in distribution.yaml",
  };
}

export function testTold(address: string, isDone: boolean, response: string): Diagnostic {
  return isDone
    ? { code: "test-sent", severity: "info", message: `a test went to ${address}: ${response}` }
    : {
        code: "test-not-sent",
        severity: "error",
        message: `no test went to ${address}: ${response}`,
        hint: "mend what the server says, and try again",
      };
}

export function underEmbargo(embargo: string): Diagnostic {
  return {
    code: "embargo",
    severity: "error",
    message: `may not be sent before ${embargo}`,
    hint: "send it then, or approve it again without the embargo",
  };
}

export function tooLate(sendBy: string): Diagnostic {
  return {
    code: "send-by-over",
    severity: "error",
    message: `was to be sent by ${sendBy}`,
    hint: "approve it again with a later time where it still serves its readers",
  };
}

export function otherSender(): Diagnostic {
  return {
    code: "sender-busy",
    severity: "error",
    message: "another run is sending from this workspace",
    hint: "wait until it has ended; brief send --status shows how far it is",
  };
}

export function ledgerLost(count: number, file: string): Diagnostic {
  return {
    code: "ledger-lost",
    severity: "error",
    message: `knows nothing of this issue, which ${count} have by the record: they would get it twice`,
    place: { file },
    hint: "put the ledger back, from a copy of the record",
  };
}

export function ledgerFault({ kind, message }: LedgerError, file: string): Diagnostic {
  return {
    code: `ledger-${kind}`,
    severity: "error",
    message: `the ledger ${LEDGER_WORDS[kind]} (${message})`,
    place: { file },
    hint: LEDGER_HINTS[kind],
  };
}

const LEDGER_WORDS: Readonly<Record<LedgerError["kind"], string>> = {
  busy: "is held by another process",
  full: "finds no room on the disk",
  "read-only": "cannot be written",
  damaged: "cannot be trusted",
  unusable: "cannot be opened",
  unreachable: "cannot be reached",
  "left-behind": "lies on this disk still",
};

const LEDGER_HINTS: Readonly<Record<LedgerError["kind"], string>> = {
  busy: "end what holds it, and run again: nobody gets anything twice",
  full: "free some space, and run again: nobody gets anything twice",
  "read-only": "give yourself the right to write it; nothing is sent without it",
  damaged: "put it back from a copy of the record; a new one would send everything again",
  unusable: "give yourself the right to its folder; nothing is sent without it",
  "left-behind": "brief record import takes it there; an empty one would send everything again",
  unreachable: "look whether PostgreSQL runs, and run again: nobody gets anything twice",
};

/** Null where the run did all that it was to do. */
export function faultOfEnd(end: DispatchEnd, ledgerFile: string): Diagnostic | null {
  switch (end.kind) {
    case "done":
      return null;
    case "stopped":
      return {
        code: "send-stopped",
        severity: "warning",
        message: "stopped before everybody was sent it",
        hint: "run it again: it goes on where it stopped",
      };
    case "too-early":
      return {
        code: "embargo",
        severity: "error",
        message: "by the clock of this machine the embargo is not over: it was set back",
        hint: "set the clock, and run again",
      };
    case "too-late":
      return {
        code: "send-by-over",
        severity: "error",
        message: "the time until which it was to be sent ended before everybody was sent it",
        hint: "approve it again with a later time where it still serves its readers",
      };
    case "relay":
      return {
        code: "relay-refuses",
        severity: "error",
        message: `the server takes nothing: ${end.response}`,
        hint: "mend that, and run again: it goes on where it stopped",
      };
    case "ledger":
      return ledgerFault(end.error, ledgerFile);
  }
}

export function unknownDeliveries(count: number): Diagnostic {
  return {
    code: "deliveries-unknown",
    severity: "warning",
    message: `of ${count} ${count === 1 ? "delivery" : "deliveries"} it is not known whether the server took the message`,
    hint: "look at the server's log; --retry-unknown sends them again, and somebody may get it twice",
  };
}
