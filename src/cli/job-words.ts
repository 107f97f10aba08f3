/** Jobs, what waits and who works, as lines for a person. */
import type { Backlog, Job, Worker } from "../model/job.js";
import { oneLine } from "./terminal.js";

/** Letters of an id that tell it from all others in one list. */
const ID_LETTERS = 8;

const STATES: Readonly<Record<Job["state"], string>> = {
  waiting: "waiting",
  again: "again",
  running: "running",
  done: "done",
  failed: "failed",
  dead: "dead",
  cancelled: "cancelled",
};

/** A line for each, in columns. */
export function jobTable(jobs: readonly Job[], now: number): readonly string[] {
  const rows = jobs.map((job) => [
    job.id.slice(0, ID_LETTERS),
    job.kind,
    STATES[job.state],
    oneLine(job.about),
    howItStands(job, now),
  ]);
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function howItStands(job: Job, now: number): string {
  const { state, started, ended, next, worker, attempts, maxAttempts, result, reason } = job;
  const since = (moment: string | null) => duration((now - Date.parse(moment ?? "")) / 1000);
  const by = worker === null ? "" : ` by ${oneLine(worker)}`;
  const why = reason === null ? "" : `: ${oneLine(reason.message)}`;
  switch (state) {
    case "waiting":
      return `for ${since(job.queued)}`;
    case "again": {
      const left = next === null ? 0 : (Date.parse(next) - now) / 1000;
      const when = left > 0 ? `in ${duration(left)}` : "now";
      return `attempt ${attempts + 1} of ${maxAttempts} ${when}${why}`;
    }
    case "running":
      return `for ${since(started)}${by}${attempts > 1 ? `, attempt ${attempts}` : ""}`;
    case "done":
    case "failed":
      return `${since(ended)} ago, in ${duration(result?.seconds ?? 0)}${by}${firstError(job)}`;
    case "dead":
      return `${since(ended)} ago, after ${attempts} attempts${why}`;
    case "cancelled":
      return `${since(ended)} ago`;
  }
}

function firstError({ result }: Job): string {
  const error = result?.diagnostics.find(({ severity }) => severity === "error");
  if (result?.outcome !== "failed") return "";
  if (error !== undefined) return `: ${oneLine(error.message)}`;
  return result.unknown.length === 0 ? "" : `: of ${result.unknown.length} it is not known`;
}

/** What came of one, once it has ended. */
export function jobEndLine(job: Job): string {
  const { kind, about, state, result, attempts } = job;
  const name = `${kind} ${oneLine(result?.issue ?? about)}`;
  const counts = Object.entries(result?.counts ?? {}).map(([what, count]) => `${count} ${what}`);
  const facts = [...counts, ...(result === null ? [] : [`in ${duration(result.seconds)}`])];
  if (attempts > 1) facts.push(`attempt ${attempts}`);
  return `${name}: ${STATES[state]}${facts.length === 0 ? "" : `, ${facts.join(", ")}`}`;
}

export function backlogLines(backlog: readonly Backlog[]): readonly string[] {
  const busy = backlog.filter(
    ({ waiting, again, running, dead }) => waiting + again + running + dead > 0,
  );
  if (busy.length === 0) return ["nothing waits"];
  return busy.map(({ kind, waiting, again, running, dead, oldest, workers }) => {
    const parts = [`${waiting} waiting`];
    if (again > 0) parts.push(`${again} again`);
    parts.push(`${running} running`);
    if (dead > 0) parts.push(`${dead} dead`);
    if (oldest !== null) parts.push(`the oldest for ${duration(oldest)}`);
    const hands = workers === 0 ? "no worker takes them" : `${workers} of the workers take them`;
    return `${kind}: ${parts.join(", ")}; ${hands}`;
  });
}

export function workerLines(workers: readonly Worker[], now: number): readonly string[] {
  if (workers.length === 0) return ["no worker is alive: start one with brief worker"];
  return workers.map(({ id, state, seen, kinds, doing, done, failed }) => {
    const silent = duration((now - Date.parse(seen)) / 1000);
    const jobs = doing.map(({ kind, about }) => `${kind} ${oneLine(about)}`).join(", ");
    const what = state === "quiet" ? `quiet for ${silent}` : state;
    const sum = `${done} done, ${failed} not`;
    return `worker ${oneLine(id)}: ${what}${jobs === "" ? "" : ` on ${jobs}`}; ${sum}; ${kinds.join(", ")}`;
  });
}

/** @param seconds below 0 is none: clocks of two machines differ */
export function duration(seconds: number): string {
  const whole = Math.max(0, seconds);
  if (!Number.isFinite(whole)) return "?";
  if (whole < 10) return `${Math.round(whole * 10) / 10} s`;
  if (whole < 120) return `${Math.round(whole)} s`;
  if (whole < 7200) return `${Math.round(whole / 60)} min`;
  return whole < 172_800 ? `${Math.round(whole / 3600)} h` : `${Math.round(whole / 86_400)} days`;
}
