/** The real outside of a worker: files, clock, network, relay, ledger, and where outputs go. */
import { join } from "node:path";
import process from "node:process";
import { withSharedRecord } from "../config/shared-record.js";
import { openWorkspace } from "../config/workspace.js";
import { nodeClock } from "../host/clock.js";
import type { Host } from "../host/host.js";
import { nodeHost } from "../host/node.js";
import { nodeRelay } from "../host/node-relay.js";
import { ledgersOf } from "../ledger/index.js";
import { openCollector } from "./collector.js";
import { openRewriting } from "./rewriting.js";
import { outputsOf } from "./worker.js";

interface OutsideFlags {
  readonly workspace: string | undefined;
  readonly out: string | undefined;
}

/** @param host of the worker's own folder, which knows what is shared @param version of this program */
export async function openOutside(host: Host, flags: OutsideFlags, version: string) {
  const own = (await openWorkspace(host, flags.workspace ?? process.cwd())).value;
  const named = outputsOf(flags.out, host.engines?.outputs ?? null, own?.root ?? null);
  const outputs = named ?? join(own?.root ?? "", own?.settings.out ?? "out");
  const { openLedger, readLedger } = ledgersOf(host);
  const collector = openCollector(version, host);
  return {
    files: nodeHost,
    root: own?.root ?? null,
    outputs,
    openHost: async (root: string) => jobHost(host, root),
    means: {
      outputs,
      collector,
      sender: {
        clock: nodeClock,
        openRelay: nodeRelay,
        openLedger,
        readLedger,
        secret: (name: string) => process.env[name],
      },
      openRewriting: (isOffline: boolean) => openRewriting(isOffline, version),
    },
    close: () => collector.close(),
  };
}

/** The same engines whatever workspace a job comes from: a worker speaks to no others. */
async function jobHost({ engines }: Host, root: string): Promise<Host> {
  return engines === undefined ? nodeHost : withSharedRecord({ ...nodeHost, engines }, root);
}
