/** What a command says, to where people or programs read it: data to standard output, the rest to standard error. */
import process from "node:process";
import { styleText } from "node:util";
import { type Diagnostic, formatDiagnostic } from "../model/diagnostic.js";
import { escapeControls, oneLine } from "./escape-controls.js";
import { runLog } from "./log.js";

export { escapeControls, oneLine };

/** Ends quietly where the reader of a pipe has seen enough, as `head` does. */
export function endWithReader(): void {
  process.stdout.on("error", end);
  process.stderr.on("error", drop);
}

/** For a command that writes files: where the reader has left, its lines are lost and the work goes on. */
export function outliveReader(): void {
  process.stdout.removeListener("error", end).on("error", drop);
}

function end(error: NodeJS.ErrnoException): void {
  drop(error);
  process.exit(0);
}

function drop(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** Data goes to standard output. */
export function printData(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** A file on standard output. */
export async function printBytes(bytes: Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve()));
}

/** Everything else goes to standard error. */
export function printNote(text: string): void {
  const log = runLog();
  if (log === null) process.stderr.write(`${escapeControls(text)}\n`);
  else log.add({ level: "info", code: "note", message: text.trim() });
}

const COLOURS = { error: "red", warning: "yellow", info: "cyan" } as const;

/** Of one kind of mishap so many are told one by one; JSON holds all. */
const TOLD = 20;

export function printDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const log = runLog();
  for (const diagnostic of firstOfEach(diagnostics)) {
    const { severity, ...entry } = diagnostic;
    if (log === null) printDiagnostic(diagnostic);
    else log.add({ level: severity, ...entry });
  }
}

function printDiagnostic(diagnostic: Diagnostic): void {
  const text = escapeControls(formatDiagnostic(diagnostic));
  const { severity } = diagnostic;
  const coloured = styleText(COLOURS[severity], severity, { stream: process.stderr });
  process.stderr.write(`${text.replace(severity, coloured)}\n`);
}

/** The first of each code, then how many more there were. */
export function firstOfEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const like = new Map<string, Diagnostic>();
  const counts = new Map<string, number>();
  const told = diagnostics.filter((diagnostic) => {
    const { code, place } = diagnostic;
    // Without a place it may be a count of others itself.
    if (place === undefined) return true;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (!like.has(code)) like.set(code, diagnostic);
    return count <= TOLD;
  });
  const more = [...like.values()].flatMap(({ code, severity }) => {
    const left = (counts.get(code) ?? 0) - TOLD;
    return left > 0 ? [{ code, severity, message: `the same of ${left} more (${code})` }] : [];
  });
  return [...told, ...more];
}

/** JSON escapes controls by itself, but for the ones above U+001F. */
export function printJson(value: unknown, indent?: number): void {
  process.stdout.write(`${escapeControls(JSON.stringify(value, null, indent))}\n`);
}
