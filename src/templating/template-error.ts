/** What goes wrong while a template is filled in, an error with its place in the template out. */
import Handlebars from "handlebars/dist/handlebars.js";
import { z } from "zod";

/** What a template did wrong while it was filled, with the place in it. */
export class TemplateError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly place: { readonly file?: string; readonly line?: number; readonly column?: number },
    readonly hint: string,
  ) {
    super(message);
    this.name = "TemplateError";
  }
}

const FIELDS_HINT = "templates/DATA.md lists the fields";

/** Text by file, to quote from. */
export type Sources = ReadonlyMap<string, string>;

export function refuseUnknown(
  args: readonly unknown[],
  loc: hbs.AST.SourceLocation | undefined,
  sources: Sources,
): void {
  if (!args.includes(undefined)) return;
  throw new TemplateError(
    `a field in ${snippet(loc, sources)} is not in the data`,
    "unknown-field",
    placeOf(loc),
    FIELDS_HINT,
  );
}

/** Says where, when a helper is given what it cannot print. */
export function printAt(
  loc: hbs.AST.SourceLocation | undefined,
  sources: Sources,
  run: () => string,
): string {
  try {
    return run();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    throw new TemplateError(
      `${snippet(loc, sources)}${fault}`,
      "wrong-argument",
      placeOf(loc),
      "templates/HELPERS.md shows what each helper takes",
    );
  }
}

/** What a helper says of a value that it cannot print; null for a fault of ours. */
function faultOf(error: unknown): string | null {
  if (error instanceof RangeError) return `: ${error.message}`;
  if (!(error instanceof z.ZodError)) return null;
  const [issue] = error.issues;
  const field = issue && issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  return ` cannot print this: ${field}${(issue?.message ?? "").toLowerCase()}`;
}

/** A Handlebars exception with its file; it knows the line only. */
export function placeError(error: unknown, file: string): unknown {
  if (error instanceof TemplateError) {
    if (error.place.file !== undefined) return error;
    return new TemplateError(error.message, error.code, { ...error.place, file }, error.hint);
  }
  const orphan = fieldOfNothing(error);
  if (orphan !== null) {
    const message = `field "${orphan}" is asked of what is not in the data`;
    return new TemplateError(message, "unknown-field", { file }, FIELDS_HINT);
  }
  const missing = error instanceof Error ? /^"(.+)" not defined in/.exec(error.message) : null;
  if (!(error instanceof Handlebars.Exception) || missing === null) return error;
  const line: unknown = error.lineNumber;
  const column: unknown = error.column;
  return new TemplateError(
    `field "${missing[1]}" is not in the data`,
    "unknown-field",
    {
      file,
      ...(typeof line === "number" ? { line } : {}),
      ...(typeof column === "number" ? { column: column + 1 } : {}),
    },
    FIELDS_HINT,
  );
}

/**
 * Arguments of helpers are read less strictly: only JavaScript itself stops at `a.missing.b`, and
 * where a field is asked of a text or a number.
 */
function fieldOfNothing(error: unknown): string | null {
  if (!(error instanceof TypeError)) return null;
  const ofText = /^Cannot use 'in' operator to search for '(.+)' in /s.exec(error.message);
  if (ofText !== null) return ofText[1] ?? null;
  if (!error.stack?.includes("lookupProperty")) return null;
  return (
    /^Cannot read properties of (?:undefined|null) \(reading '(.+)'\)$/.exec(error.message)?.[1] ??
    null
  );
}

export function tooLarge(limit: number, loc?: hbs.AST.SourceLocation): TemplateError {
  return new TemplateError(
    `the page grows beyond ${limit} characters`,
    "page-too-large",
    placeOf(loc),
    "print fewer rows, or do not nest lists in lists",
  );
}

export function tooManySteps(most: number, loc?: hbs.AST.SourceLocation): TemplateError {
  return new TemplateError(
    `the page takes more than ${most} steps to fill`,
    "template-too-long",
    placeOf(loc),
    "do not nest lists in lists, and print fewer rows",
  );
}

function placeOf(loc: hbs.AST.SourceLocation | undefined): TemplateError["place"] {
  if (loc === undefined) return {};
  return { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
}

/** The mustache as it stands in the file. */
function snippet(loc: hbs.AST.SourceLocation | undefined, sources: Sources): string {
  const line = loc && sources.get(loc.source)?.split("\n")[loc.start.line - 1];
  if (!loc || !line) return "a helper";
  const rest = line.slice(loc.start.column);
  return rest.slice(0, rest.indexOf("}}") + 2 || 60);
}
