/** What the reader of a brief, or its editor, must know: one closed shape for every mishap. */
import { z } from "zod";

export const SeveritySchema = z.enum(["error", "warning", "info"]);
export type Severity = z.infer<typeof SeveritySchema>;

/** A position in a file; `line` and `column` count from 1. */
export const PlaceSchema = z.strictObject({
  file: z.string(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
});
export type Place = z.infer<typeof PlaceSchema>;

export const DiagnosticSchema = z.strictObject({
  /** Stable kebab-case name, e.g. `article-too-large`. */
  code: z.string(),
  severity: SeveritySchema,
  /** Lower case, says what was found. */
  message: z.string(),
  place: PlaceSchema.optional(),
  /** Says what to do about it. */
  hint: z.string().optional(),
});
export type Diagnostic = z.infer<typeof DiagnosticSchema>;

/** One diagnostic as the two lines that a person reads: `file:line:column message` and `hint: …`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { place, severity, message, hint } = diagnostic;
  const position = place
    ? [place.file, place.line, place.column].filter((p) => p !== undefined)
    : [];
  const head = position.length > 0 ? `${position.join(":")} ${message}` : message;
  const lines = [`${severity}: ${head}`];
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return lines.join("\n");
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** What a step gave: a value, or the reasons why not. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
}
