/** From units of work done to one line on a terminal, or one now and then in a log: how many, how fast, how much time is left. */
import process from "node:process";
import { oneLine } from "./escape-controls.js";
import { type RunLog, runLog } from "./log.js";

export interface Progress {
  /** So many more units are done. */
  advance(count?: number): void;
  /** Wipes the line; what the work gave is told by its command. */
  end(): void;
}

/** Where the line is shown. */
export interface ProgressLine {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Short work shows nothing, milliseconds. */
const SHOWN_AFTER = 700;
/** Milliseconds between two states of the line. */
const STEP = 100;
/** Milliseconds between two lines of a log. */
const LOGGED_EVERY = 10_000;

/**
 * Nothing is shown where standard error is no terminal.
 * @param label what is done, e.g. `reading`
 * @param total units of work, null where it is not known
 */
export function progress(
  label: string,
  total: number | null,
  line: ProgressLine = process.stderr,
  now: () => number = Date.now,
): Progress {
  const log = runLog();
  if (log !== null) return loggedProgress(oneLine(label), total, log, now);
  if (line.isTTY !== true) return { advance: () => undefined, end: () => undefined };
  const started = now();
  let done = 0;
  let shown = started + SHOWN_AFTER - STEP;
  return {
    advance(count = 1) {
      done += count;
      const time = now();
      if (time - shown < STEP) return;
      shown = time;
      const words = describe(oneLine(label), { done, total, ms: time - started });
      line.write(`\r\u001b[K${words.slice(0, (line.columns ?? 80) - 1)}`);
    },
    end() {
      if (shown > started + SHOWN_AFTER - STEP) line.write("\r\u001b[K");
    },
  };
}

function loggedProgress(
  label: string,
  total: number | null,
  log: RunLog,
  now: () => number,
): Progress {
  const started = now();
  let [done, told] = [0, started];
  const tell = () => {
    told = now();
    const message = describe(label, { done, total, ms: told - started });
    log.add({ level: "info", code: "progress", message });
  };
  return {
    advance(count = 1) {
      done += count;
      if (now() - told >= LOGGED_EVERY) tell();
    },
    end: () => (told > started ? tell() : undefined),
  };
}

interface State {
  readonly done: number;
  readonly total: number | null;
  readonly ms: number;
}

/** `reading  12,000 of 200,000 (6 %)  3,400/s  55 s left` */
function describe(label: string, { done, total, ms }: State): string {
  const perSecond = (done / Math.max(1, ms)) * 1000;
  const rate = `${whole(perSecond >= 10 ? Math.round(perSecond) : perSecond)}/s`;
  if (total === null || total <= 0) return `${label}  ${whole(done)}  ${rate}`;
  const share = `${Math.min(100, Math.floor((done / total) * 100))} %`;
  const left = perSecond > 0 ? `${duration(Math.max(0, total - done) / perSecond)} left` : "";
  return `${label}  ${whole(done)} of ${whole(total)} (${share})  ${rate}  ${left}`.trimEnd();
}

function whole(count: number): string {
  return count.toLocaleString("en", { maximumFractionDigits: 1 });
}

/** @param seconds of time @returns `45 s`, `3 min 20 s`, `2 h 5 min` */
function duration(seconds: number): string {
  const all = Math.ceil(seconds);
  if (all < 60) return `${all} s`;
  if (all < 3600) return `${Math.floor(all / 60)} min ${all % 60} s`;
  return `${Math.floor(all / 3600)} h ${Math.floor((all % 3600) / 60)} min`;
}
