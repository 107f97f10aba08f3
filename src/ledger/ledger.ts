/**
 * The ledger of what was handed over: it gates every hand-over, and never forgets one. A delivery is
 * `sending` on the disk before anything leaves; what a dead process left at that is `unknown`.
 */
import type {
  Delivery,
  DeliveryChannel,
  DeliveryEvent,
  DeliveryKey,
  DeliveryState,
  Occasion,
  Suppression,
} from "../model/delivery.js";
import type { LedgerContents } from "./contents.js";

export interface Beginning {
  readonly address: string;
  readonly messageId: string | null;
  readonly copy: string | null;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/** Whether a hand-over may go on; where it may not, what stands in its way. */
export type Begun =
  | { readonly kind: "begun" }
  | { readonly kind: "stands"; readonly delivery: Delivery }
  | { readonly kind: "suppressed"; readonly suppression: Suppression };

export interface Settlement {
  readonly state: Exclude<DeliveryState, "sending">;
  readonly response: string;
  readonly at: string;
  /** When a deferred one may be tried again. */
  readonly next?: string | null;
  /** Whether it was an attempt at this recipient, as it is by default, and not at a server that takes nothing. */
  readonly isAttempt?: boolean;
}

export interface DeliveryFilter {
  readonly brief?: string;
  readonly issue?: string;
  readonly version?: string;
  readonly occasion?: Occasion;
  readonly channel?: DeliveryChannel;
  readonly recipient?: string;
  readonly messageId?: string;
  readonly state?: DeliveryState;
}

/** What may be done together. All methods fail with `LedgerError` where the ledger does not do as it is told. */
export interface LedgerWork {
  /**
   * Makes a delivery `sending`, durably, where there is none yet or it is deferred, and where its
   * recipient is not suppressed. Where it fails, nothing may be handed over.
   * @param again whether one that is unknown may be begun too
   */
  begin(key: DeliveryKey, beginning: Beginning, again?: boolean): Promise<Begun>;
  /**
   * Writes what became of a delivery: of one that is `sending` whatever there was, of one that is
   * `unknown` what is learned later, of any that it bounced.
   * @returns false where the ledger has no such delivery, or knows better; then nothing is written
   */
  settle(key: DeliveryKey, settlement: Settlement): Promise<boolean>;
  /** In order of the keys. */
  deliveries(filter: DeliveryFilter): Promise<readonly Delivery[]>;
  /** One of each recipient, brief and reason: the first stays. */
  suppress(suppression: Suppression): Promise<void>;
  /** Takes suppressions back. @param brief null for those of all briefs */
  restore(recipient: string, brief: string | null): Promise<void>;
  /** By recipient. */
  suppressions(): Promise<readonly Suppression[]>;
}

export interface Ledger extends LedgerWork {
  /**
   * Turns what is `sending` into `unknown`: called by whoever holds the sender's lock, before it sends.
   * @param scope what the lock is of @returns what was turned
   */
  recover(at: string, scope?: DeliveryFilter): Promise<readonly Delivery[]>;
  /** What happened to a delivery, first things first. */
  history(key: DeliveryKey): Promise<readonly DeliveryEvent[]>;
  /** Takes over all that another ledger held, at once. @returns false where this one holds anything */
  fill(contents: LedgerContents): Promise<boolean>;
  /** All that the work writes, on the disk at once, or nothing of it; others wait until it is done. */
  together<T>(work: (ledger: LedgerWork) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Where ledgers are opened. @throws {LedgerError} */
export interface Ledgers {
  /** Whether many machines share it, and senders of different issues work at once. */
  readonly isShared: boolean;
  /** Makes it where it is not there. */
  readonly openLedger: (path: string) => Promise<Ledger>;
  /** For whoever only looks; null where there is none. */
  readonly readLedger: (path: string) => Promise<Ledger | null>;
}

/** Whether a delivery of this state may be begun. */
export function mayBegin(state: DeliveryState | null, again: boolean): boolean {
  return state === null || state === "deferred" || (again && state === "unknown");
}

/** Whether a delivery of one state may be settled to another. */
export function maySettle(from: DeliveryState, to: Settlement["state"]): boolean {
  if (from === "sending") return true;
  if (to === "bounced") return from !== "bounced";
  return from === "unknown" && to !== "unknown";
}

/** Whether somebody may get no more of a brief. */
export function suppressionOf(
  suppressions: readonly Suppression[],
  { recipient, brief }: Pick<DeliveryKey, "recipient" | "brief">,
): Suppression | null {
  return (
    suppressions.find(
      (one) => one.recipient === recipient && (one.brief === null || one.brief === brief),
    ) ?? null
  );
}

export class LedgerError extends Error {
  constructor(
    readonly kind:
      | "busy"
      | "full"
      | "read-only"
      | "damaged"
      | "unusable"
      | "unreachable"
      /** It was to take over another one, and holds nothing of it. */
      | "left-behind",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "LedgerError";
  }
}
