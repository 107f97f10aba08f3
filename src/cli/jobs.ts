/** `brief jobs`: what waits for workers, what they do, what came of it; one job looked at, tried again, cancelled. */
import type { Argv } from "yargs";
import { nodeClock } from "../host/clock.js";
import type { Job } from "../model/job.js";
import { JOB_KINDS, JOB_STATES } from "../model/job-names.js";
import type { OpenQueue } from "../queue/index.js";
import type { CommandState, GlobalOptions } from "./command.js";
import { backlogLines, jobEndLine, jobTable, workerLines } from "./job-words.js";
import { openHost } from "./open-host.js";
import { parseFormats } from "./parse-formats.js";
import { JSON_OPTION } from "./review.js";
import { printData, printDiagnostics, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

export function jobsCommand(parser: Argv<GlobalOptions>, state: CommandState): Argv<GlobalOptions> {
  return parser.command(
    "jobs [do] [id..]",
    "List the jobs of the queue, what waits and for how long; show, retry or cancel one",
    (command) =>
      command
        .positional("do", {
          type: "string",
          choices: ["list", "show", "retry", "cancel"] as const,
          default: "list" as const,
          description: "What to do; list by default",
        })
        .positional("id", {
          type: "string",
          array: true,
          default: [] as string[],
          description: "Ids of jobs, or how they begin",
        })
        .option("state", {
          type: "string",
          requiresArg: true,
          description: `Only these: ${JOB_STATES.join(", ")}`,
        })
        .option("kinds", {
          type: "string",
          requiresArg: true,
          description: `Only these: ${JOB_KINDS.join(", ")}`,
        })
        .option("limit", { type: "number", default: 50, description: "At most so many jobs" })
        .option("json", JSON_OPTION),
    (argv) => runJobs(argv, state),
  ) as Argv<GlobalOptions>;
}

interface Flags extends GlobalOptions {
  readonly do: "list" | "show" | "retry" | "cancel";
  readonly id: readonly string[];
  readonly state: string | undefined;
  readonly kinds: string | undefined;
  readonly limit: number;
  readonly json: boolean;
}

async function runJobs(flags: Flags, state: CommandState): Promise<void> {
  if (flags.do !== "list" && flags.id.length === 0) {
    throw new UsageError(`brief jobs ${flags.do} needs the id of a job`, "brief jobs lists them");
  }
  if (!Number.isInteger(flags.limit) || flags.limit < 1 || flags.limit > 100_000) {
    throw new UsageError("--limit is no number of jobs", "write e.g. --limit 200");
  }
  const [{ openQueue }, host] = await Promise.all([
    import("../queue/index.js"),
    openHost(flags.workspace),
  ]);
  const opened = await openQueue(host.engines, {
    supervises: false,
    onTrouble: (words) => printNote(`queue: ${words}`),
  });
  try {
    if (flags.do === "list") await list(opened, flags);
    else if (!(await each(opened, flags))) state.exitCode = 1;
  } finally {
    await opened.queue.close();
  }
}

async function list({ queue, database }: OpenQueue, flags: Flags): Promise<void> {
  const { readWorkers } = await import("../queue/index.js");
  const filter = {
    ...(flags.state === undefined
      ? {}
      : { states: [...parseWords("state", flags.state, JOB_STATES)] }),
    ...(flags.kinds === undefined
      ? {}
      : { kinds: [...parseWords("kind", flags.kinds, JOB_KINDS)] }),
    ...(flags.id.length === 0 ? {} : { ids: flags.id }),
    limit: flags.limit,
  };
  const [jobs, waits, workers] = await Promise.all([
    queue.find(filter),
    queue.backlog(),
    readWorkers(database),
  ]);
  const backlog = waits.map((one) => ({
    ...one,
    workers: workers.filter((worker) => worker.state !== "quiet" && worker.kinds.includes(one.kind))
      .length,
  }));
  if (flags.json) return printJson({ jobs, backlog, workers });
  const now = nodeClock.now();
  if (jobs.length > 0) printData(jobTable(jobs, now).join("\n"));
  for (const line of [...backlogLines(backlog), ...workerLines(workers, now)]) printNote(line);
}

function parseWords<T extends string>(what: string, words: string, known: readonly T[]) {
  try {
    return parseFormats(words, known);
  } catch {
    throw new UsageError(`there is no ${what} “${words}”`, `choose from ${known.join(", ")}`);
  }
}

async function each({ queue }: OpenQueue, flags: Flags): Promise<boolean> {
  let isWell = true;
  for (const id of flags.id) {
    const found = await queue.find({ ids: [id], limit: 2 });
    const [job] = found;
    if (job === undefined || found.length > 1) {
      printDiagnostics([job === undefined ? noSuchJob(id) : severalJobs(id)]);
      isWell = false;
    } else if (flags.do === "show") show(job, flags.json);
    else if (!(await change(queue, job, flags))) isWell = false;
  }
  return isWell;
}

function show(job: Job, isJson: boolean): void {
  if (isJson) {
    printJson(job);
    return;
  }
  printNote(`${job.id} ${jobEndLine(job)}`);
  const { queued, started, ended, next, worker, result, reason } = job;
  const facts = { queued, started, ended, next, worker };
  for (const [what, value] of Object.entries(facts)) {
    if (value !== null) printNote(`  ${what.padEnd(8)} ${value}`);
  }
  printDiagnostics(result?.diagnostics ?? (reason === null ? [] : [reason]));
  for (const recipient of result?.unknown ?? [])
    printNote(`  not known whether ${recipient} has it`);
  const files =
    result?.files.map(({ path, bytes, sha256 }) => `${sha256}  ${bytes}  ${path}`) ?? [];
  if (files.length > 0) printData(files.join("\n"));
}

async function change(queue: OpenQueue["queue"], job: Job, flags: Flags): Promise<boolean> {
  const isRetry = flags.do === "retry";
  const changed = await (isRetry ? queue.retry(job.id) : queue.cancel(job.id));
  if (changed === "changed") {
    printNote(`${job.kind} ${job.about}: ${isRetry ? "waits once more" : "cancelled"}`);
    return true;
  }
  const words = isRetry ? RETRIED : CANCELLED;
  printDiagnostics([
    {
      code: "job-not-so",
      severity: "error",
      message: `${job.id} is ${job.state}`,
      hint: words,
    },
  ]);
  return false;
}

const RETRIED = "only what failed, is dead or was cancelled can be tried again";
const CANCELLED = "only what has not ended can be cancelled";

function noSuchJob(id: string) {
  return {
    code: "no-such-job",
    severity: "error" as const,
    message: `there is no job "${id}"`,
    hint: "brief jobs lists them; those that ended are kept for 30 days",
  };
}

function severalJobs(id: string) {
  return {
    code: "no-such-job",
    severity: "error" as const,
    message: `several jobs begin with "${id}"`,
    hint: "write more of the id",
  };
}
