/** What the page asks for and the PDF cannot give, collected as diagnostics; nothing is thrown. */
import type { Diagnostic, Place } from "../../model/diagnostic.js";

/**
 * Where something stands: a place in the page, in a style sheet with a file of its own, or, for what
 * no parser has counted, the words that are to be looked for in the page.
 */
export type SourcePlace =
  | { readonly file?: string | undefined; readonly line: number; readonly column?: number }
  | { readonly quoted: string };

/** @param place undefined where it is not known */
export type Report = (
  code: string,
  message: string,
  place: SourcePlace | undefined,
  hint: string,
) => void;

export interface Diagnostics {
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report;
  /** Told of every letter that no font has. */
  readonly missing: (letter: string) => void;
}

/**
 * @param file what the diagnostics call the page
 * @param html the page, in which quoted places are looked for
 */
export function collectDiagnostics(file: string, html = ""): Diagnostics {
  const diagnostics = new Map<string, Diagnostic>();
  let left = 0;
  const add = (key: string, diagnostic: Omit<Diagnostic, "severity">) => {
    if (diagnostics.has(key)) return;
    if (diagnostics.size < MOST_DIAGNOSTICS) {
      diagnostics.set(key, { ...diagnostic, severity: "warning" });
    } else left += 1;
  };
  const report: Report = (code, message, source, hint) => {
    const place = placeOf(source, file, html);
    const key = [code, place.file, place.line, place.column, message].join(" ");
    add(key, { code, message, place, hint });
  };
  const missing = (letter: string) => {
    const codePoint = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    add(`missing-glyph ${codePoint}`, {
      code: "missing-glyph",
      message: `no font has the letter "${letter}" (U+${codePoint}); it shows as an empty box`,
      place: { file },
      hint: "bring a font that has it by @font-face, or write it with other letters",
    });
  };
  return {
    get diagnostics() {
      const all = [...diagnostics.values()];
      return left === 0 ? all : [...all, leftOut(left, file)];
    },
    report,
    missing,
  };
}

/** A person reads no more; a hostile page has millions. */
const MOST_DIAGNOSTICS = 500;

function leftOut(count: number, file: string): Diagnostic {
  return {
    code: "more-diagnostics",
    severity: "warning",
    message: `${count} further remarks on the page are left out`,
    place: { file },
    hint: "mend what stands above; the others will show then",
  };
}

function placeOf(source: SourcePlace | undefined, file: string, html: string): Place {
  if (source === undefined) return { file };
  if (!("quoted" in source)) return { ...source, file: source.file ?? file };
  const at = html.indexOf(source.quoted);
  return at === -1 ? { file } : { file, ...lineAndColumn(html, at) };
}

/** @returns both from 1 */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
