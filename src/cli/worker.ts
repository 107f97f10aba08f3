/** `brief worker`: takes jobs of the queue and does them, until it is stopped or nothing waits. */
import { randomBytes, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { resolve } from "node:path";
import process from "node:process";
import type { Argv } from "yargs";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { hasErrors } from "../model/diagnostic.js";
import type { JobKind } from "../model/job.js";
import { JOB_KINDS } from "../model/job-names.js";
import type { WorkerNews } from "../queue/index.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { awaitInterruption } from "./interruption.js";
import { openHost } from "./open-host.js";
import { parseFormats } from "./parse-formats.js";
import { outliveReader, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";
import { workerHealth } from "./worker-health.js";
import { workerTeller } from "./worker-words.js";

export function workerCommand(
  parser: Argv<GlobalOptions>,
  state: CommandState,
): Argv<GlobalOptions> {
  return parser.command(
    "worker",
    "Do the jobs of the queue: one worker or many, on one machine or many",
    (command) =>
      command
        .option("kinds", {
          type: "string",
          requiresArg: true,
          description: `Only these, in this order: ${JOB_KINDS.join(", ")}`,
        })
        .option("concurrency", {
          type: "number",
          default: 1,
          description: "Jobs at once; for work that computes start more workers instead",
        })
        .option("once", { type: "boolean", default: false, description: "One job at most" })
        .option("drain", {
          type: "boolean",
          default: false,
          description: "End once nothing waits, not even for another attempt",
        })
        .option("grace", {
          type: "number",
          default: 30,
          description: "Seconds for what is in hand once it is stopped; what is left is given back",
        })
        .option("out", {
          type: "string",
          requiresArg: true,
          description:
            "Folder of outputs; that of engines.yaml, or out/ of the workspace, by default",
        })
        .option("health-port", {
          type: "number",
          requiresArg: true,
          description: "Answers http://127.0.0.1:PORT/health for a supervisor; 0 takes a free one",
        })
        .option("json", {
          type: "boolean",
          default: false,
          description: "Print a line of JSON for what happens to each job",
        }),
    (argv) => runWorker(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly kinds: string | undefined;
  readonly concurrency: number;
  readonly once: boolean;
  readonly drain: boolean;
  readonly grace: number;
  readonly out: string | undefined;
  readonly healthPort: number | undefined;
  readonly json: boolean;
}

async function runWorker(flags: Flags, state: CommandState): Promise<void> {
  outliveReader();
  const request = requestOf(flags);
  const [{ openQueue, openWorker }, { openScratch }, { openOutside }, host] = await Promise.all([
    import("../queue/index.js"),
    import("../host/node-scratch.js"),
    import("./worker-outside.js"),
    openWorkerHost(flags.workspace),
  ]);
  const outside = await openOutside(host, flags, state.version);
  const opened = await openQueue(host.engines, {
    supervises: true,
    onTrouble: (words) => printNote(`queue: ${words}`),
  });
  const interruption = awaitInterruption(
    ["SIGINT", "SIGTERM"],
    "stopping once what is in hand is done; once more ends at once",
  );
  const scratch = await openScratch("briefwright-worker");
  const name = `${hostname()}:${process.pid}`;
  const health = await workerHealth(flags.healthPort, name);
  const teller = workerTeller(flags.json, name);
  try {
    if (health.port !== null) printNote(`health: http://127.0.0.1:${health.port}/health`);
    teller.begin(request.kinds, outside.outputs);
    const ended = await openWorker(opened, {
      ...request,
      identity: {
        ...{ id: randomUUID(), name, host: hostname(), pid: process.pid },
        ...{ kinds: [...request.kinds], concurrency: request.concurrency },
      },
      rooms: {
        host: outside.files,
        scratch: scratch.path,
        own: outside.root,
        remove: scratch.remove,
      },
      openHost: outside.openHost,
      means: { ...outside.means, sender: { ...outside.means.sender, random: randomBytes } },
      onNews: teller.onNews,
      onBeat: (news: WorkerNews) => health.beat(news),
      stop: interruption.signal,
    });
    teller.end(ended);
    // What was given back may still compute: the process ends it.
    if (ended.isAbandoned) setImmediate(() => process.exit(0));
  } finally {
    interruption.end();
    await Promise.allSettled([health.close(), outside.close(), opened.queue.close()]);
    await scratch.close().catch(() => undefined);
  }
}

/** A worker needs no workspace: its engines may be named by the environment alone. */
async function openWorkerHost(folder: string | undefined): Promise<Host> {
  const host = await openHost(folder);
  if (host.engines !== undefined) return host;
  const { loadEngines } = await import("../config/engines-file.js");
  const { value, diagnostics } = await loadEngines(host, resolve(folder ?? "."), process.env);
  if (hasErrors(diagnostics)) throw new FailedRun(diagnostics);
  return value === null ? host : { ...host, engines: value };
}

function requestOf({ kinds, concurrency, once, drain, grace }: Flags) {
  if (once && drain) throw new UsageError("--once does one job, and --drain all: say one of them");
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new UsageError("--concurrency is no number of jobs", "write 1 to 64");
  }
  if (!(grace >= 0 && grace <= 86_400)) {
    throw new UsageError("--grace is no number of seconds", "write e.g. --grace 60");
  }
  return {
    kinds: kinds === undefined ? JOB_KINDS : kindsOf(kinds),
    concurrency,
    until: once ? "one" : drain ? "empty" : "stopped",
    grace: grace * 1000,
  } as const;
}

function kindsOf(words: string): readonly JobKind[] {
  try {
    return [...parseFormats(words, JOB_KINDS)];
  } catch {
    throw new UsageError(
      `--kinds: “${words}” names no kinds of jobs`,
      `choose from ${JOB_KINDS.join(", ")}`,
    );
  }
}

/** Absolute path of the folder of outputs. @param root of the worker's own workspace, or null */
export function outputsOf(out: string | undefined, named: string | null, root: string | null) {
  if (out === "") throw new UsageError("--out names no folder", "write a path behind it");
  if (out !== undefined) return resolve(out);
  if (named !== null) return resolve(root ?? ".", named);
  if (root !== null) return null;
  throw new UsageError(
    "no folder of outputs is named",
    "name one with --out, or run the worker in a workspace",
  );
}
