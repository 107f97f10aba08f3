/** What sending asks of the outside, and what somebody asks of it. */
import type { Clock } from "../host/clock.js";
import type { TakeLock } from "../host/lock.js";
import type { Relay } from "../host/relay.js";
import type { Ledger } from "../ledger/index.js";
import type { MailSettings } from "../model/distribution.js";
import type { SendLine } from "../model/send-result.js";

export interface SendOptions {
  /** All that the edition is for where none is named. */
  readonly lists: readonly string[];
  readonly isDryRun: boolean;
  /** Whether deliveries of which it is not known what became of them are begun again. */
  readonly again: boolean;
  /** Messages of this run at most. */
  readonly limit: number | undefined;
}

export interface SendMeans {
  readonly clock: Clock;
  readonly takeLock: TakeLock;
  /** Both are called at most once. */
  readonly openRelay: () => Relay;
  readonly openLedger: (path: string) => Promise<Ledger>;
  readonly readLedger: (path: string) => Promise<Ledger | null>;
  /** Absolute path of the ledger. */
  readonly ledgerPath: string;
  /** Whether other machines send by it as well. */
  readonly isShared: boolean;
  readonly mail: Pick<MailSettings, "attempts" | "retryMs"> & {
    readonly relay: Pick<MailSettings["relay"], "connections" | "perMinute">;
  };
  /** Keeps messages to look at. @returns their paths */
  readonly keepPreviews: (previews: ReadonlyMap<string, Uint8Array>) => Promise<readonly string[]>;
  readonly stop: AbortSignal;
  readonly onLine: (line: SendLine) => void;
}
