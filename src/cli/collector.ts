/** The real outside for commands that collect: files, clock, and a network that names this program. */
import type { Collector } from "../collect-articles.js";
import { nodeClock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import { nodeNetwork } from "../host/node-network.js";

export interface OpenCollector extends Collector {
  /** Lets go of the connections that are kept for the next request. */
  close(): Promise<void>;
}

/** @param version of this program */
export function openCollector(version: string, host: Host): OpenCollector {
  const opened: { close(): Promise<void> }[] = [];
  return {
    host,
    clock: nodeClock,
    openNetwork(allow) {
      const network = nodeNetwork({ userAgent: `briefwright/${version}`, allow });
      opened.push(network);
      return network;
    },
    async close() {
      await Promise.all(opened.map((network) => network.close()));
    },
  };
}
