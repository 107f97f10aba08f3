/** Faults that can be mended without changing what a template means, and its text with that done. */

/** One place of one file. */
export interface Fix {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Half-open, in UTF-16 code units of the file. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string;
}

/**
 * What to write in the place of the words of a node; null where it is not safe.
 * @param after the character behind them, empty at the end of the file
 */
export type Mend = (words: string, after: string) => string | null;

export function fixOf(
  file: string,
  text: string,
  { start: first, end: last }: hbs.AST.SourceLocation,
  mend: Mend,
): Fix | null {
  const [start, end] = [offsetOf(text, first), offsetOf(text, last)];
  const from = text.slice(start, end);
  const to = mend(from, text.charAt(end));
  if (to === null || to === from || from === "") return null;
  return { file, line: first.line, column: first.column + 1, start, end, from, to };
}

function offsetOf(text: string, { line, column }: hbs.AST.Position): number {
  let at = 0;
  for (let i = 1; i < line; i += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return Math.min(text.length, at + column);
}

/** @returns the text, and the fixes that were taken: of two in one place the first */
export function applyFixes(
  text: string,
  fixes: readonly Fix[],
): { readonly text: string; readonly taken: readonly Fix[] } {
  const taken: Fix[] = [];
  for (const fix of fixes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (fix.start >= (taken.at(-1)?.end ?? 0)) taken.push(fix);
  }
  const mended = taken.reduceRight(
    (so, { start, end, to }) => `${so.slice(0, start)}${to}${so.slice(end)}`,
    text,
  );
  return { text: mended, taken };
}
