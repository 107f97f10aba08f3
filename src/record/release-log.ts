/**
 * The bytes of a `release.jsonl` in, its lines as far as they hold out. Each line carries the hash of the
 * one before it (a hash chain, Haber & Stornetta, 1991): what was changed, moved or taken out is found.
 */
import { type Host, HostError } from "../host/host.js";
import { canonicalJson, sha256 } from "../issue/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type ReleaseEntry, ReleaseEntrySchema } from "../model/release-log.js";
import { readJson } from "../text/read-json.js";
import { pathOf, type RecordHome, recordFolder } from "./record-places.js";

export interface ReleaseLog {
  /** As a person would type it. */
  readonly file: string;
  /** Those before the first line that does not hold. */
  readonly entries: readonly ReleaseEntry[];
  /** Whether all of it holds: else nothing counts as approved, and nothing may be added. */
  readonly holds: boolean;
  /** Bytes of the lines that were written whole: what stands behind them was cut off. */
  readonly wholeBytes: number;
  /** Whether its last line was cut off: within, or right before its end, where it counts all the same. */
  readonly end: "whole" | "half-line" | "unended";
  readonly diagnostics: readonly Diagnostic[];
}

export const RELEASE_LOG = "release.jsonl";

/** @returns a log without lines where there is none */
export async function readReleaseLog(
  host: Host,
  home: RecordHome,
  brief: string,
  issue: string,
): Promise<ReleaseLog> {
  const file = recordFolder(home, brief, issue, RELEASE_LOG);
  return readLogFile(host, pathOf(home, file), file);
}

/** @param shown the path as a person would type it */
export async function readLogFile(host: Host, path: string, shown: string): Promise<ReleaseLog> {
  const size = await host.sizeOf(path);
  if (size === null && !(await host.exists(path))) return parseReleaseLog(new Uint8Array(), shown);
  if (size === null) return unusable(shown, "is no file");
  if (size > MAX_LOG_BYTES) return unusable(shown, "is larger than any release log");
  try {
    return parseReleaseLog(await host.readFile(path), shown);
  } catch (error) {
    if (error instanceof HostError) return unusable(shown, error.message);
    throw error;
  }
}

/** Some hundred thousand events. */
const MAX_LOG_BYTES = 64 * 1024 * 1024;

export function parseReleaseLog(bytes: Uint8Array, file: string): ReleaseLog {
  const { lines, rest } = splitLines(bytes);
  const wholeBytes = bytes.length - rest.length;
  const entries: ReleaseEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const log = (holds: boolean, end: ReleaseLog["end"] = "whole"): ReleaseLog => {
    return { file, entries, holds, wholeBytes, end, diagnostics };
  };
  for (const [index, line] of lines.entries()) {
    const read = readLine(line, entries.at(-1), index + 1);
    if (typeof read === "string") {
      diagnostics.push(broken(file, index + 1, read, lines.length - index - 1));
      return log(false);
    }
    if (isEarlier(read, entries.at(-1))) diagnostics.push(jumpedBack(file, index + 1, read));
    entries.push(read);
  }
  if (rest.length === 0) return log(true);
  const last = readLine(rest, entries.at(-1), lines.length + 1);
  if (typeof last !== "string") {
    diagnostics.push(halfLine(file, lines.length + 1, "lacks its end"));
    entries.push(last);
    return log(true, "unended");
  }
  // A write that was cut off leaves no whole value and something behind it.
  if (beginsWithValue(rest)) {
    diagnostics.push(broken(file, lines.length + 1, "does not end as a line does", 0));
    return log(false);
  }
  const what = "was never finished, and counts for nothing";
  diagnostics.push(halfLine(file, lines.length + 1, what));
  return log(true, "half-line");
}

const NEWLINE = 0x0a;

function splitLines(bytes: Uint8Array): { lines: Uint8Array[]; rest: Uint8Array } {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return { lines, rest: bytes.subarray(start) };
}

/** @returns what is wrong with it where it does not hold */
function readLine(
  bytes: Uint8Array,
  before: ReleaseEntry | undefined,
  sequence: number,
): ReleaseEntry | string {
  const entry = ReleaseEntrySchema.safeParse(readJson(bytes)).data;
  if (entry === undefined) return "is no line of a release log that this program can read";
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (entry.hash !== hashOfEntry(entry) || text !== canonicalJson(entry)) {
    return "was changed after it was written";
  }
  const follows = entry.sequence === sequence && entry.previous === (before?.hash ?? null);
  return follows ? entry : "does not follow the line before it: one was taken out, put in or moved";
}

/** @returns SHA-256 of the line as canonical JSON without its hash */
export function hashOfEntry(entry: object): string {
  const { hash: _, ...content } = entry as { readonly hash?: unknown };
  return sha256(canonicalJson(content));
}

function isEarlier(entry: ReleaseEntry, before: ReleaseEntry | undefined): boolean {
  return before !== undefined && Date.parse(entry.at) < Date.parse(before.at);
}

function beginsWithValue(bytes: Uint8Array): boolean {
  const end = bytes.lastIndexOf("}".charCodeAt(0));
  return end >= 0 && readJson(bytes.subarray(0, end + 1)) !== undefined;
}

const RESTORE = "put it back from a copy of the record: what it says cannot be trusted";

function broken(file: string, line: number, what: string, behind: number): Diagnostic {
  const rest =
    behind === 0 ? "" : `; ${behind} ${behind === 1 ? "line" : "lines"} behind it will not count`;
  return {
    code: "release-log-broken",
    severity: "error",
    message: `${what}${rest}`,
    place: { file, line },
    hint: RESTORE,
  };
}

function unusable(file: string, message: string): ReleaseLog {
  const fault: Diagnostic = {
    code: "release-log-broken",
    severity: "error",
    message,
    place: { file },
    hint: RESTORE,
  };
  const nothing = { file, entries: [], wholeBytes: 0, end: "whole" } as const;
  return { ...nothing, holds: false, diagnostics: [fault] };
}

function halfLine(file: string, line: number, message: string): Diagnostic {
  return {
    code: "release-log-half-line",
    severity: "warning",
    message,
    place: { file, line },
    hint: "the machine stopped, or its disk was full: run the last command again",
  };
}

export function jumpedBack(
  file: string,
  line: number,
  { at }: Pick<ReleaseEntry, "at">,
): Diagnostic {
  return {
    code: "clock-jumped-back",
    severity: "info",
    message: `was written at ${at}, which is before the line above it`,
    place: { file, line },
    hint: "the order of the lines counts, and not their times; see to the clock of the machine",
  };
}
