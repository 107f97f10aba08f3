/** A template's parsed files and a session in, one isolated Handlebars function out. */
// The bundle leaves out source maps, which cost a third of the time to compile.
import Handlebars from "handlebars/dist/handlebars.js";
import { z } from "zod";
import { CitationSchema, DateRangeSchema, FindingSchema } from "../model/issue.js";
import { dateWords, rangeWords } from "./date-words.js";
import { escapeHtml } from "./escape-html.js";
import { findingWords } from "./finding-words.js";
import type { Session } from "./session.js";

/** How a helper may be called, for the lint and for the check at run time. */
export interface HelperShape {
  /** Fewest and most positional arguments. */
  readonly arguments: readonly [number, number];
  /** Names that it takes as `name=value`; `any` for the parameters of a label. */
  readonly named: readonly string[] | "any";
  /** Gives HTML, so it may stand between tags only. */
  readonly markup: boolean;
}

interface Helper extends HelperShape {
  readonly run: (session: Session, args: readonly unknown[], named: Named) => string;
}
type Named = Readonly<Record<string, unknown>>;

const text = { markup: false } as const;
const markup = { markup: true } as const;

const CitedSchema = z.object({ citations: z.array(CitationSchema) });
const StatementSchema = z.object({
  id: z.string(),
  text: z.string(),
  context: z.string().nullable(),
  when: z.object({ start: z.int(), end: z.int() }).nullable(),
  language: z.string(),
  direction: z.string(),
});
const KeySchema = z.array(z.union([z.string(), z.number()])).min(1);

const HELPERS: Readonly<Record<string, Helper>> = {
  cite: {
    ...markup,
    arguments: [1, 1],
    named: [],
    run: ({ links }, [value]) => links.cite(CitedSchema.parse(value).citations),
  },
  backLinks: {
    ...markup,
    arguments: [1, 1],
    named: [],
    run: ({ links }, [number]) => links.backLinks(z.int().parse(number)),
  },
  statement: {
    ...markup,
    arguments: [1, 1],
    named: [],
    run: (session, [value]) => statementWords(session, StatementSchema.parse(value)),
  },
  finding: {
    ...markup,
    arguments: [1, 1],
    named: [],
    run: (session, [value]) => findingWords(FindingSchema.parse(value), session),
  },
  date: {
    ...text,
    arguments: [1, 2],
    named: [],
    run: ({ language }, [value, shape]) =>
      dateWords(z.string().parse(value), language, z.string().optional().parse(shape)),
  },
  dateRange: {
    ...text,
    arguments: [1, 2],
    named: [],
    run: (session, [range, month]) =>
      rangeWords(
        DateRangeSchema.parse(range),
        session.language,
        (from, to) => session.words("range", { from, to }),
        z.string().optional().parse(month),
      ),
  },
  number: {
    ...text,
    arguments: [1, 1],
    named: [],
    run: (session, [value]) => session.number(z.number().parse(value)),
  },
  plural: {
    ...text,
    arguments: [2, 2],
    named: "any",
    run: (session, [key, count], named) => {
      const n = z.number().parse(count);
      return session.words(z.string().parse(key), { n, ...named }, n);
    },
  },
  label: {
    ...text,
    arguments: [1, 4],
    named: "any",
    run: (session, args, named) => session.words(KeySchema.parse(args).join("."), named),
  },
  join: {
    ...text,
    arguments: [2, 2],
    named: [],
    run: (_, [values, separator]) =>
      z.array(z.string()).parse(values).join(z.string().parse(separator)),
  },
  href: {
    ...text,
    arguments: [1, 1],
    named: [],
    run: (_, [value]) => safeAddress(z.string().nullable().parse(value)),
  },
  eq: { ...text, arguments: [2, 2], named: [], run: (_, [a, b]) => (a === b ? "true" : "") },
};

/** Handlebars' own block helpers that a template may use. */
const BUILT_IN: Readonly<Record<string, HelperShape>> = Object.fromEntries(
  ["each", "if", "unless", "with"].map((name) => [
    name,
    { arguments: [1, 1], named: ["includeZero"], markup: true } as const,
  ]),
);

export const HELPER_SHAPES: ReadonlyMap<string, HelperShape> = new Map(
  Object.entries({ ...BUILT_IN, ...HELPERS }),
);

/** Bytes of a filled page, give or take the width of its characters. */
export const PAGE_LIMIT = 16 * 1024 * 1024;

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

/** A parsed file of a template. */
export interface ParsedFile {
  readonly file: string;
  readonly text: string;
  readonly program: hbs.AST.Program;
}

/**
 * @param limit characters that the page may have
 * @returns the page for a view; throws a `TemplateError` where the template asks for what is not there
 */
export function compileTemplate(
  entry: ParsedFile,
  partials: ReadonlyMap<string, ParsedFile>,
  session: Session,
  limit = PAGE_LIMIT,
): (view: unknown) => string {
  const env = Handlebars.create();
  env.unregisterHelper("log");
  env.unregisterHelper("lookup");
  const sources = new Map([entry, ...partials.values()].map(({ file, text }) => [file, text]));
  for (const [name, helper] of Object.entries(HELPERS)) {
    env.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const options = given.at(-1) as Handlebars.HelperOptions & { loc?: hbs.AST.SourceLocation };
      const args = given.slice(0, -1);
      refuseUnknown(args, options.loc, sources);
      const html = atPlace(options.loc, sources, () => helper.run(session, args, options.hash));
      return helper.markup ? new env.SafeString(html) : html;
    });
  }
  guardBuiltIn(env, sources, limit);
  const options = {
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
    strict: true,
    preventIndent: true,
  };
  const compile = ({ file, program }: ParsedFile) => {
    const fill = env.compile(program, options);
    return (context: unknown, runtime?: Handlebars.RuntimeOptions): string => {
      try {
        return fill(context, runtime);
      } catch (error) {
        throw placeError(error, file);
      }
    };
  };
  for (const [name, partial] of partials) env.registerPartial(name, compile(partial));
  const page = compile(entry);
  return (view) => {
    const filled = page(view);
    if (filled.length > limit) throw tooLarge(limit, {});
    return filled;
  };
}

function statementWords(session: Session, statement: z.infer<typeof StatementSchema>): string {
  const title = escapeHtml(session.words("statement.ellipsis", {}));
  const marked = (words: string) =>
    escapeHtml(words).replaceAll("[…]", `<span class="ellipsis" title="${title}">[…]</span>`);
  const { language, direction } = statement;
  const foreign =
    language !== "und" && language !== session.language
      ? ` lang="${escapeHtml(language)}" dir="${escapeHtml(direction)}"`
      : "";
  const context =
    statement.context === null ? "" : `<span class="context">${marked(statement.context)}</span> `;
  return `<span class="statement" data-statement="${escapeHtml(statement.id)}"${foreign}>${context}${emphasised(statement, marked)}</span>`;
}

/** The text with the words that give an event's date made strong. */
function emphasised(
  { text, when }: z.infer<typeof StatementSchema>,
  print: (words: string) => string,
): string {
  if (when === null) return print(text);
  const { start, end } = when;
  return `${print(text.slice(0, start))}<strong>${print(text.slice(start, end))}</strong>${print(text.slice(end))}`;
}

/** A web or mail address; empty for anything else, which is then printed as text. */
function safeAddress(value: string | null): string {
  if (value === null) return "";
  if (/^https?:\/\/[^\s"'<>]+$/i.test(value)) return value;
  return /^[^\s"'<>@:]+@[^\s"'<>@:]+$/.test(value) ? `mailto:${value}` : "";
}

/** Handlebars takes a field that is not there for false or empty; a template's typo must not vanish. */
function guardBuiltIn(
  env: typeof Handlebars,
  sources: ReadonlyMap<string, string>,
  limit: number,
): void {
  let written = 0;
  for (const name of Object.keys(BUILT_IN)) {
    const original = env.helpers[name];
    if (original === undefined) continue;
    env.registerHelper(name, function (this: unknown, ...given: unknown[]) {
      const options = given.at(-1) as Handlebars.HelperOptions & { loc?: hbs.AST.SourceLocation };
      refuseUnknown(given.slice(0, -1), options.loc, sources);
      if (name !== "each") return original.apply(this, given as Parameters<typeof original>);
      const inner = options.fn;
      const counted: Handlebars.TemplateDelegate = (context, runtime) => {
        const piece = inner(context, runtime);
        written += piece.length;
        // Nested loops count their pieces at every level: allow for a few of them.
        if (written > limit * 4) throw tooLarge(limit, options.loc?.start ?? {});
        return piece;
      };
      return original.call(this, given[0], { ...options, fn: counted });
    });
  }
}

function refuseUnknown(
  args: readonly unknown[],
  loc: hbs.AST.SourceLocation | undefined,
  sources: ReadonlyMap<string, string>,
): void {
  if (!args.includes(undefined)) return;
  throw new TemplateError(
    `a field in ${snippet(loc, sources)} is not in the data`,
    "unknown-field",
    placeOf(loc),
    "the README of templating lists the fields",
  );
}

/** Says where, when a helper is given what it cannot print. */
function atPlace(
  loc: hbs.AST.SourceLocation | undefined,
  sources: ReadonlyMap<string, string>,
  run: () => string,
): string {
  try {
    return run();
  } catch (error) {
    if (error instanceof z.ZodError) {
      const [issue] = error.issues;
      const field = issue && issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
      throw new TemplateError(
        `${snippet(loc, sources)} cannot print this: ${field}${(issue?.message ?? "").toLowerCase()}`,
        "wrong-argument",
        placeOf(loc),
        "the README of templating shows what each helper takes",
      );
    }
    if (error instanceof RangeError) {
      throw new TemplateError(
        `${snippet(loc, sources)}: ${error.message}`,
        "wrong-argument",
        placeOf(loc),
        "the README of templating shows what each helper takes",
      );
    }
    throw error;
  }
}

function placeOf(loc: hbs.AST.SourceLocation | undefined): TemplateError["place"] {
  if (loc === undefined) return {};
  return { file: loc.source, line: loc.start.line, column: loc.start.column + 1 };
}

/** The mustache as it stands in the file. */
function snippet(
  loc: hbs.AST.SourceLocation | undefined,
  sources: ReadonlyMap<string, string>,
): string {
  const line = loc && sources.get(loc.source)?.split("\n")[loc.start.line - 1];
  if (!loc || !line) return "a helper";
  const rest = line.slice(loc.start.column);
  return rest.slice(0, rest.indexOf("}}") + 2 || 60);
}

/** A Handlebars exception with its file; it knows the line only. */
function placeError(error: unknown, file: string): unknown {
  if (error instanceof TemplateError) {
    if (error.place.file !== undefined) return error;
    return new TemplateError(error.message, error.code, { ...error.place, file }, error.hint);
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
    "the README of templating lists the fields",
  );
}

function tooLarge(limit: number, place: TemplateError["place"]): TemplateError {
  return new TemplateError(
    `the page grows beyond ${limit} characters`,
    "page-too-large",
    place,
    "print fewer rows, or do not nest lists in lists",
  );
}
