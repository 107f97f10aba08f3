/** What became of a hand-over in, the state that the ledger gives it out: the table in README.md. */
import type { HandOver } from "../host/relay.js";
import type { Settlement } from "../ledger/index.js";
import { backOff } from "./back-off.js";

export interface DeliveryOutcome {
  readonly state: Settlement["state"];
  readonly response: string;
  /** Whether it counts among the attempts at this recipient. */
  readonly isAttempt: boolean;
  /** Milliseconds until the next attempt; null where there is none. */
  readonly wait: number | null;
}

/** @param attempt at this recipient, from 1 */
export function outcomeOf(
  handed: HandOver,
  attempt: number,
  { attempts, retryMs }: { readonly attempts: number; readonly retryMs: number },
): DeliveryOutcome {
  const { response } = handed;
  const done = { response, isAttempt: true, wait: null };
  switch (handed.kind) {
    case "accepted":
      return { ...done, state: "sent" };
    case "unknown":
      return { ...done, state: "unknown" };
    default:
      if (handed.about === "relay") {
        return { response, state: "deferred", isAttempt: false, wait: 0 };
      }
      if (handed.kind === "permanent") return { ...done, state: "failed" };
      if (attempt >= attempts) {
        return { ...done, state: "failed", response: `given up after ${attempt}: ${response}` };
      }
      return { ...done, state: "deferred", wait: backOff(attempt, retryMs) };
  }
}

/** `passing` where the server itself may do better later, `lasting` where somebody has to mend something. */
export function relayTrouble(handed: HandOver): "none" | "passing" | "lasting" {
  switch (handed.kind) {
    case "accepted":
      return "none";
    case "unknown":
      return "passing";
    default:
      if (handed.about === "recipient") return "none";
      return handed.kind === "permanent" ? "lasting" : "passing";
  }
}
