/** What the page asks for and the PDF cannot give, collected as diagnostics; nothing is thrown. */
import type { Diagnostic } from "../../model/diagnostic.js";

/** @param line of the page, from 1, where it is known */
export type Report = (
  code: string,
  message: string,
  line: number | undefined,
  hint: string,
) => void;

export interface Diagnostics {
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report;
  /** Told of every letter that no font has. */
  readonly missing: (letter: string) => void;
}

/** @param file what the diagnostics call the page */
export function collectDiagnostics(file: string): Diagnostics {
  const diagnostics = new Map<string, Diagnostic>();
  const report: Report = (code, message, line, hint) => {
    const key = `${code} ${line} ${message}`;
    if (diagnostics.has(key)) return;
    const place = line === undefined ? { file } : { file, line };
    diagnostics.set(key, { code, severity: "warning", message, place, hint });
  };
  const missing = (letter: string) => {
    const codePoint = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    diagnostics.set(`missing-glyph ${codePoint}`, {
      code: "missing-glyph",
      severity: "warning",
      message: `no font has the letter "${letter}" (U+${codePoint}); it shows as an empty box`,
      place: { file },
      hint: "write it with letters that IBM Plex, Amiri or Noto Sans Symbols has",
    });
  };
  return {
    get diagnostics() {
      return [...diagnostics.values()];
    },
    report,
    missing,
  };
}
