/** The helpers that a template may call: how each wants to be called, and what it prints. */
import { z } from "zod";
import { CitationSchema, DateRangeSchema, FindingSchema } from "../model/issue.js";
import { MeasureSchema, measureChart } from "./charts/measure-chart.js";
import {
  IssueVolumeSchema,
  issueVolumeChart,
  VolumeSchema,
  volumeChart,
} from "./charts/volume-chart.js";
import { dateWords, rangeWords } from "./date-words.js";
import type { Filling } from "./filling.js";
import { findingWords } from "./finding-words.js";
import { retoldWords, rewriteWords, StatementSchema, statementWords } from "./statement-words.js";

/** What a helper can print; a group of fields is told by those that it needs. */
export type Want =
  | "anything"
  | "text"
  | "address"
  | "key"
  | "date"
  | "number"
  | "list"
  | "texts"
  | { readonly a: string; readonly has: readonly string[] };

const A_STATEMENT = { a: "a statement", has: ["id", "text", "context", "language"] } as const;
const A_FINDING = { a: "a finding", has: ["kind", "params", "citations"] } as const;
const A_DATE_RANGE = { a: "a date range", has: ["from", "to", "precision"] } as const;
const CITED = { a: "something with citations", has: ["citations"] } as const;

const A_SOURCE = { a: "a source", has: ["article", "title"] } as const;

/** How a helper may be called, for the lint and for the check at run time. */
export interface HelperShape {
  /** Fewest and most positional arguments. */
  readonly arguments: readonly [number, number];
  /** What each of them has to be. */
  readonly takes: readonly Want[];
  /** Names that it takes as `name=value`; `any` for the parameters of a label. */
  readonly named: readonly string[] | "any";
  /** Gives HTML, so it may stand between tags only. */
  readonly markup: boolean;
}

interface Helper extends HelperShape {
  readonly run: (filling: Filling, args: readonly unknown[], named: Named) => string;
}
type Named = Readonly<Record<string, unknown>>;

const text = { markup: false } as const;
const markup = { markup: true } as const;

const CitedSchema = z.object({ citations: z.array(CitationSchema) });
const SourceSchema = z.object({ article: z.string() });
/** What must not fall under the words that are left out. */
const KeepSchema = z.enum(["opening", "date"]).default("opening");
const KeySchema = z.array(z.union([z.string(), z.number()])).min(1);

export const HELPERS: Readonly<Record<string, Helper>> = {
  cite: {
    ...markup,
    arguments: [1, 1],
    takes: [CITED],
    named: ["form"],
    run: ({ links }, [value], { form }) => {
      const { citations } = CitedSchema.parse(value);
      return links.cite(citations, z.literal("bracket").optional().parse(form) === "bracket");
    },
  },
  notes: {
    ...markup,
    arguments: [0, 0],
    takes: [],
    named: [],
    run: ({ links }) => links.allNotes(),
  },
  reference: {
    ...markup,
    arguments: [1, 1],
    takes: [A_SOURCE],
    named: [],
    run: (filling, [value]) => filling.reference(SourceSchema.parse(value).article),
  },
  citeInWords: {
    ...markup,
    arguments: [1, 1],
    takes: [CITED],
    named: [],
    run: ({ links }, [value]) => links.citeInWords(CitedSchema.parse(value).citations),
  },
  backLinks: {
    ...markup,
    arguments: [1, 1],
    takes: ["number"],
    named: [],
    run: ({ links }, [number]) => links.backLinks(z.int().parse(number)),
  },
  cited: {
    ...text,
    arguments: [1, 1],
    takes: ["number"],
    named: [],
    run: ({ links }, [number]) => (links.isCited(z.int().parse(number)) ? "true" : ""),
  },
  citedWords: {
    ...markup,
    arguments: [0, 0],
    takes: [],
    named: [],
    run: ({ links }) => links.citedWords(),
  },
  statement: {
    ...markup,
    arguments: [1, 1],
    takes: [A_STATEMENT],
    named: [],
    run: (filling, [value]) => statementWords(filling, StatementSchema.parse(value)),
  },
  retell: {
    ...markup,
    arguments: [1, 1],
    takes: [A_STATEMENT],
    named: ["keep"],
    run: (filling, [value], { keep }) =>
      retoldWords(filling, StatementSchema.parse(value), KeepSchema.parse(keep)),
  },
  rewrite: {
    ...markup,
    arguments: [1, 1],
    takes: [A_STATEMENT],
    named: [],
    run: (filling, [value]) => rewriteWords(filling, StatementSchema.parse(value)),
  },
  finding: {
    ...markup,
    arguments: [1, 1],
    takes: [A_FINDING],
    named: [],
    run: (filling, [value]) => findingWords(FindingSchema.parse(value), filling),
  },
  volumeChart: {
    ...markup,
    arguments: [1, 1],
    takes: [{ a: "the volume", has: ["weeks", "themes"] }],
    named: [],
    run: (filling, [value]) => volumeChart(filling, VolumeSchema.parse(value)),
  },
  issueVolumeChart: {
    ...markup,
    arguments: [1, 1],
    takes: [{ a: "the issueVolume", has: ["issues", "themes"] }],
    named: [],
    run: (filling, [value]) => issueVolumeChart(filling, IssueVolumeSchema.parse(value)),
  },
  measureChart: {
    ...markup,
    arguments: [1, 1],
    takes: [{ a: "one of the measures", has: ["words", "values"] }],
    named: [],
    run: (filling, [value]) => measureChart(filling, MeasureSchema.parse(value)),
  },
  date: {
    ...text,
    arguments: [1, 2],
    takes: ["date", "text"],
    named: [],
    run: ({ language }, [value, shape]) =>
      dateWords(z.string().parse(value), language, z.string().optional().parse(shape)),
  },
  dateRange: {
    ...text,
    arguments: [1, 2],
    takes: [A_DATE_RANGE, "text"],
    named: [],
    run: (filling, [range, month]) =>
      rangeWords(
        DateRangeSchema.parse(range),
        filling.language,
        (from, to, isDay) => filling.range(from, to, isDay),
        z.string().optional().parse(month),
      ),
  },
  number: {
    ...text,
    arguments: [1, 1],
    takes: ["number"],
    named: [],
    run: (filling, [value]) => filling.number(z.number().parse(value)),
  },
  plural: {
    ...text,
    arguments: [2, 2],
    takes: ["key", "number"],
    named: "any",
    run: (filling, [key, count], named) => {
      const n = z.number().parse(count);
      return filling.words(z.string().parse(key), { n, ...named }, n);
    },
  },
  label: {
    ...text,
    arguments: [1, 4],
    takes: ["key", "key", "key", "key"],
    named: "any",
    run: (filling, args, named) => filling.words(KeySchema.parse(args).join("."), named),
  },
  join: {
    ...text,
    arguments: [2, 2],
    takes: ["texts", "text"],
    named: [],
    run: (_, [values, separator]) =>
      z.array(z.string()).parse(values).join(z.string().parse(separator)),
  },
  href: {
    ...text,
    arguments: [1, 1],
    takes: ["address"],
    named: [],
    run: (_, [value]) => safeAddress(z.string().nullable().parse(value)),
  },
  eq: {
    ...text,
    arguments: [2, 2],
    takes: ["anything", "anything"],
    named: [],
    run: (_, [a, b]) => (a === b ? "true" : ""),
  },
};

/** Handlebars' own block helpers that a template may use. */
export const BUILT_IN: Readonly<Record<string, HelperShape>> = Object.fromEntries(
  ["each", "if", "unless", "with"].map((name) => [
    name,
    {
      arguments: [1, 1],
      takes: [name === "each" ? "list" : "anything"],
      named: ["includeZero"],
      markup: true,
    } as const,
  ]),
);

export const HELPER_SHAPES: ReadonlyMap<string, HelperShape> = new Map(
  Object.entries({ ...BUILT_IN, ...HELPERS }),
);

/** A web or mail address; empty for anything else, which is then printed as text. */
function safeAddress(value: string | null): string {
  if (value === null) return "";
  if (/^https?:\/\/[^\s"'<>]+$/i.test(value)) return value;
  return /^[^\s"'<>@:]+@[^\s"'<>@:]+$/.test(value) ? `mailto:${value}` : "";
}
