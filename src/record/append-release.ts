/** What happened to a version in, its line at the end of the issue's release log out, on the disk before anything rests on it. */
import type { Host } from "../host/host.js";
import { canonicalJson } from "../issue/index.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { type ReleaseEntry, ReleaseEntrySchema, type ReleaseEvent } from "../model/release-log.js";
import { pathOf, type RecordHome } from "./record-places.js";
import { hashOfEntry, jumpedBack, type ReleaseLog, readReleaseLog } from "./release-log.js";

export interface ReleaseEventOf {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
  /** Who did it. */
  readonly by: string;
  /** What the clock says, ISO 8601, UTC. */
  readonly at: string;
  readonly event: ReleaseEvent;
}

/**
 * Whoever calls it holds the lock of the record: two lines may not follow the same one.
 * @throws {HostError} where it cannot be written; the log then says what it said before
 */
export async function appendRelease(
  host: Host,
  home: RecordHome,
  { brief, issue, version, by, at, event }: ReleaseEventOf,
): Promise<Outcome<ReleaseEntry>> {
  const log = await readReleaseLog(host, home, brief, issue);
  if (!log.holds) return { value: null, diagnostics: log.diagnostics };
  const before = log.entries.at(-1);
  const place = { sequence: log.entries.length + 1, previous: before?.hash ?? null };
  const content = { ...event, ...place, at, by, version };
  const entry = ReleaseEntrySchema.parse({ ...content, hash: hashOfEntry(content) });
  const path = pathOf(home, log.file);
  await mendEnd(host, path, log);
  await host.appendLine(path, canonicalJson(entry));
  const isBack = before !== undefined && Date.parse(at) < Date.parse(before.at);
  return { value: entry, diagnostics: isBack ? [toldBack(log.file, entry)] : [] };
}

/** A line that was cut off would run into the next one. */
async function mendEnd(host: Host, path: string, { end, wholeBytes }: ReleaseLog): Promise<void> {
  if (end === "whole") return;
  const bytes = await host.readFile(path);
  const mended = end === "unended" ? [...bytes, NEWLINE] : bytes.slice(0, wholeBytes);
  await host.writeFile(path, Uint8Array.from(mended));
}

const NEWLINE = 0x0a;

/** Whoever writes it should know; whoever reads it later is only told. */
function toldBack(file: string, entry: ReleaseEntry): Diagnostic {
  return { ...jumpedBack(file, entry.sequence, entry), severity: "warning" };
}
