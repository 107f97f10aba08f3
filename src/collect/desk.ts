/** What collecting works with: the world outside, the folder of articles, how files are read. */
import type { Clock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import type { Network } from "../host/network.js";
import type { ReadOptions } from "../readers/index.js";
import type { Archive } from "./archive.js";

export interface Outside {
  readonly host: Host;
  readonly network: Network;
  readonly clock: Clock;
}

export interface Desk extends Outside {
  readonly archive: Archive;
  /** The folder of articles, for the host. */
  readonly folder: string;
  readonly options: ReadOptions;
}
