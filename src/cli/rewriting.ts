/** The real outside for rewordings: a clock, the variables of the environment, and a network opened when asked for. */
import process from "node:process";
import { nodeClock } from "../host/clock.js";
import type { RewriteMeans } from "../rewrite/index.js";

/** @param version of this program, which the endpoint is told */
export function openRewriting(isOffline: boolean, version: string): RewriteMeans {
  return {
    clock: nodeClock,
    secret: (name) => process.env[name],
    openPoster: isOffline
      ? null
      : async (allow) => {
          const { nodeNetwork } = await import("../host/node-network.js");
          return nodeNetwork({ userAgent: `briefwright/${version}`, allow });
        },
  };
}
