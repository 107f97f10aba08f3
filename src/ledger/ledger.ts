/**
 * The ledger of what was handed over: it gates every hand-over, and never forgets one. A delivery is
 * `sending` on the disk before anything leaves; what a dead process left at that is `unknown`.
 */
import type {
  Delivery,
  DeliveryKey,
  DeliveryState,
  Occasion,
  Suppression,
} from "../model/delivery.js";

export interface Beginning {
  readonly address: string;
  readonly messageId: string | null;
  readonly copy: string | null;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

export interface Settlement {
  readonly state: Exclude<DeliveryState, "sending">;
  readonly response: string;
  readonly at: string;
  /** When a deferred one may be tried again. */
  readonly next?: string | null;
}

export interface DeliveryFilter {
  readonly brief?: string;
  readonly issue?: string;
  readonly version?: string;
  readonly occasion?: Occasion;
  readonly recipient?: string;
  readonly messageId?: string;
}

/** All methods throw `LedgerError` where the disk does not do as it is told: then nothing may be sent. */
export interface Ledger {
  /**
   * Makes a delivery `sending`, durably, where there is none yet or it is deferred.
   * @param again whether one that is unknown may be begun too
   * @returns what stands there instead where it may not be begun; null where it was
   */
  begin(key: DeliveryKey, beginning: Beginning, again?: boolean): Delivery | null;
  settle(key: DeliveryKey, settlement: Settlement): void;
  /** Turns what is `sending` into `unknown`: called by whoever holds the sender's lock, before it sends. */
  recover(at: string): readonly Delivery[];
  /** In order of the keys. */
  deliveries(filter: DeliveryFilter): readonly Delivery[];
  suppress(suppression: Suppression): void;
  /** Takes suppressions back. @param brief null for those of all briefs */
  restore(recipient: string, brief: string | null): void;
  suppressions(): readonly Suppression[];
  close(): void;
}

export class LedgerError extends Error {
  constructor(
    readonly kind: "busy" | "full" | "read-only" | "damaged" | "unusable",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "LedgerError";
  }
}
