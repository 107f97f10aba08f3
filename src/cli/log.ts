/** What a command says beside its data in, one JSON object per line of standard error out: `--log json`. */
import { randomBytes } from "node:crypto";
import process from "node:process";
import type { LogLine } from "../model/log-line.js";
import { escapeControls } from "./escape-controls.js";
import { UsageError } from "./usage.js";
import { COMMANDS } from "./usage-words.js";

export const LOG_FORMATS = ["text", "json"] as const;

export type LogEntry = Omit<LogLine, "time" | "command" | "run">;

export interface RunLog {
  add(entry: LogEntry): void;
}

let current: RunLog | null = null;

/** Null where people read along: then lines are written for them. */
export function runLog(): RunLog | null {
  return current;
}

/** @param log null for lines that people read */
export function useLog(log: RunLog | null): void {
  current = log;
}

/**
 * Asked before the arguments are parsed, as what is wrong with them is logged too.
 * @returns null where no log is asked for
 * @throws {UsageError} for a log in the environment that there is not
 */
export function logAskedFor(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): RunLog | null {
  const named = environment.BRIEF_LOG ?? "";
  const isKnown = named === "" || LOG_FORMATS.some((format) => format === named);
  const asked = flagOf(argv) ?? named;
  const log = asked === "json" ? jsonLog(argv) : null;
  if (isKnown) return log;
  throw new UsageError(`BRIEF_LOG: there is no log “${named}”`, `set it to json, or not at all`);
}

/** @param write takes one line with its end */
export function jsonLog(
  argv: readonly string[],
  write: (line: string) => void = (line) => process.stderr.write(line),
  now: () => Date = () => new Date(),
): RunLog {
  const command = commandIn(argv);
  const run = randomBytes(8).toString("hex");
  return {
    add({ level, code, message, place, hint }) {
      const time = now().toISOString();
      const line: LogLine = { time, level, code, message, place, hint, command, run };
      write(`${escapeControls(JSON.stringify(line))}\n`);
    },
  };
}

/** Null where none is named. */
export function commandIn(argv: readonly string[]): string | null {
  return argv.find((word) => COMMANDS.includes(word)) ?? null;
}

function flagOf(argv: readonly string[]): string | undefined {
  const end = argv.indexOf("--");
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === "--log" || word.startsWith("--log="));
  const word = options[at];
  return word === "--log" ? options[at + 1] : word?.slice("--log=".length);
}
