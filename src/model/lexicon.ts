/** The desk's vocabulary: themes to follow, entities to recognise, outlets to describe. */
import { z } from "zod";
import { DaySchema } from "./article.js";
import type { Place } from "./diagnostic.js";
import { LoadedTermSchema } from "./loaded-term.js";
import type { StyleFile } from "./style.js";

export * from "./loaded-term.js";
export * from "./style.js";

/** Text by BCP 47 language tag. */
export const LocalisedSchema = z.record(z.string(), z.string());

/**
 * Terms as a list, or as text with one term to a line or semicolons between them, which a desk
 * edits more easily; in text, a line that starts with `#` is a comment.
 */
const asTerms = (value: unknown) => (typeof value === "string" ? splitTerms(value) : value);
const TermListSchema = z.preprocess(asTerms, z.array(z.string()));

function splitTerms(text: string): string[] {
  const lines = text.split("\n").filter((line) => !line.trimStart().startsWith("#"));
  return lines
    .flatMap((line) => line.split(";"))
    .map((term) => term.trim())
    .filter((term) => term !== "");
}

/** Terms by language. `*` at the end of a word lets it run on. */
const TermsByLanguageSchema = z.record(z.string(), TermListSchema);

const ThemeTermsSchema = z.strictObject({
  /** Says on its own what the passage is about. */
  strong: TermListSchema.default([]),
  /** Puts a passage beside the theme on its own; never assigns an article to it. */
  near: TermListSchema.default([]),
  /** Supports other terms. */
  weak: TermListSchema.default([]),
  /** Says that the passage is about something else. */
  negative: TermListSchema.default([]),
  /** Weak terms that match in exact case only. */
  cs: TermListSchema.default([]),
  /** Blanked out before this theme is scored. */
  not: TermListSchema.default([]),
});

/** The key of terms that count in every language (ISO 639-2: multiple languages). */
export const ANY_LANGUAGE = "mul";

/** Terms by language; a bare list or text holds strong terms of any language. */
const ThemeTermsByLanguageSchema = z.preprocess(
  (value) =>
    typeof value === "string" || Array.isArray(value)
      ? { [ANY_LANGUAGE]: { strong: value } }
      : value,
  z.record(z.string(), ThemeTermsSchema),
);

export const ThemeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: LocalisedSchema,
  /** Short form for tables. */
  short: LocalisedSchema.optional(),
  /** What the desk asks of it; a bare text is English. */
  question: z
    .preprocess((value) => (typeof value === "string" ? { en: value } : value), LocalisedSchema)
    .optional(),
  /** Sides that ought to be heard on it, as entities.yaml names them: the brief says who was not. */
  sides: z.array(z.string()).optional(),
  terms: ThemeTermsByLanguageSchema.default({}),
  /** Passages that are on the theme, in any language, as the desk would clip them. */
  examples: z.array(z.string()).default([]),
});
export type Theme = z.infer<typeof ThemeSchema>;

/** The weights and the rule of a lexicon that leaves them out. */
export const DEFAULT_WEIGHTS = { strong: 3, near: 2, weak: 1, negative: -3 };
export const DEFAULT_RULE = {
  minScore: 4,
  minScoreShort: 3,
  shortWords: 120,
  minStrong: 1,
  capPerTerm: 3,
  titleBonus: 2,
  outOfContextDivisor: 3,
  minPassageScore: 2,
};

export const ThemesFileSchema = z.strictObject({
  version: z.string().default("1"),
  weights: z
    .strictObject({
      strong: z.number(),
      near: z.number(),
      weak: z.number(),
      negative: z.number(),
    })
    .default(DEFAULT_WEIGHTS),
  rule: z
    .strictObject({
      minScore: z.number(),
      minScoreShort: z.number(),
      shortWords: z.int().positive(),
      minStrong: z.int().nonnegative(),
      capPerTerm: z.int().positive(),
      titleBonus: z.number(),
      /** Divides the score of an article that holds no context term. */
      outOfContextDivisor: z.number().positive(),
      /** Score from which a passage is labelled. */
      minPassageScore: z.number(),
      /** Number of articles from which the corpus sets scores and thresholds; see `rankThemes`. */
      corpusFrom: z.int().positive().optional(),
    })
    .default(DEFAULT_RULE),
  context: TermsByLanguageSchema.default({}),
  contextNot: TermListSchema.default([]),
  /** Sides whose people and bodies count as context by their full names. */
  contextSides: z.array(z.string()).default([]),
  /** Phrases blanked out before anything is scored, by language. */
  mask: TermsByLanguageSchema.default({}),
  themes: z.array(ThemeSchema).min(1),
});

/** A theme of the short form: its terms are strong ones, of any language. */
const ShortThemeSchema = z.strictObject({
  terms: TermListSchema.default([]),
  weak: TermListSchema.default([]),
  negative: TermListSchema.default([]),
  not: TermListSchema.default([]),
  examples: z.array(z.string()).default([]),
});

/** Letters of any script, so that a desk names a theme in its own words: `money-fx`, `su sıkıntısı`. */
const ShortNameSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]*$/u);

/** The short form, `name: {terms: [...]}`, to the full one. */
export const ShortThemesFileSchema = z
  .record(ShortNameSchema, ShortThemeSchema)
  .transform((themes) => ({
    version: "1",
    weights: DEFAULT_WEIGHTS,
    rule: DEFAULT_RULE,
    context: {},
    contextNot: [],
    contextSides: [],
    mask: {},
    themes: Object.entries(themes).map(([id, { terms, examples, ...levels }]) => ({
      id,
      title: {},
      terms: { [ANY_LANGUAGE]: { strong: terms, near: [], cs: [], ...levels } },
      examples,
    })),
  }));
export type ThemesFile = z.infer<typeof ThemesFileSchema>;

export const EntitySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: z.enum(["person", "body", "group", "place", "agreement", "event", "state"]),
  side: z.string().optional(),
  /** House form. */
  name: z.string(),
  /** House abbreviation. */
  abbreviation: z.string().optional(),
  /** Full forms, safe alone, by language. */
  names: TermsByLanguageSchema.default({}),
  /** Short forms: count only where a full form, or the lexicon's context, is in the article. */
  short: TermListSchema.default([]),
  /** Exact case only. */
  cs: TermListSchema.default([]),
  /** Look-alikes that are never this entity. */
  not: TermListSchema.default([]),
  /** Appears in stock paragraphs: never a signal. */
  background: z.boolean().default(false),
  gender: z.enum(["f", "m"]).optional(),
  roles: z
    .array(
      z.strictObject({ role: z.string(), from: DaySchema.optional(), to: DaySchema.optional() }),
    )
    .default([]),
  /** The days between which a body existed, ends included. */
  valid: z.strictObject({ from: DaySchema.optional(), to: DaySchema.optional() }).optional(),
  /** The days on which an agreement was signed or an event was held. */
  days: z.array(DaySchema).optional(),
  note: z.string().optional(),
});
export type Entity = z.infer<typeof EntitySchema>;

/** Names that mean another entity before and after a day. */
export const ContestedSchema = z.strictObject({
  terms: TermListSchema.refine((list) => list.length > 0, "no name is given"),
  /** Resolved by the article's day, ends included; without `readings` the term stays unresolved. */
  readings: z
    .array(
      z.strictObject({ entity: z.string(), from: DaySchema.optional(), to: DaySchema.optional() }),
    )
    .default([]),
  why: z.string().optional(),
});

export const EntitiesFileSchema = z.strictObject({
  version: z.string(),
  /** What the brief calls a side; its id by default. */
  sides: z.record(z.string(), LocalisedSchema).optional(),
  entities: z.array(EntitySchema),
  contested: z.array(ContestedSchema).default([]),
  loaded: z.array(LoadedTermSchema).default([]),
});
export type EntitiesFile = z.infer<typeof EntitiesFileSchema>;

export const OutletSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  names: z.preprocess(asTerms, z.array(z.string()).min(1, "no name is given")),
  /** Ownership in a few words, as fact. */
  owner: z.string(),
  /** Day on which it ceased to publish: from then on its pages are to be had from archives. */
  closed: DaySchema.optional(),
  kind: z.enum([
    "state",
    "state-funded",
    "government-aligned",
    "independent",
    "private",
    "wire",
    "aggregator",
    "partisan-or-exile",
  ]),
  /** What may be done with its reports, e.g. `TLP:AMBER`: a brief that cites one restricts at least as much. */
  marking: z.string().min(1).optional(),
  /** Admiralty letter; the desk's judgement, null until the desk gives it. */
  grade: z.string().nullable(),
  republishes: TermListSchema.default([]),
  /** Which entity this outlet means by a contested name. */
  readsAs: z.record(z.string(), z.string()).optional(),
  restricted: z
    .array(z.strictObject({ where: z.string(), since: DaySchema, basis: z.string() }))
    .default([]),
});
export type Outlet = z.infer<typeof OutletSchema>;

export const OutletsFileSchema = z.strictObject({
  version: z.string(),
  outlets: z.array(OutletSchema),
});
export type OutletsFile = z.infer<typeof OutletsFileSchema>;

/** Finds where the lexicon has a theme, or one of its terms; null where that is not known. */
export type PlaceOfTerm = (theme: string, term?: string) => Place | null;

export interface Lexicon {
  readonly themes: ThemesFile;
  /** Not there where the themes come from no file. */
  readonly placeOfTerm?: PlaceOfTerm;
  readonly entities: EntitiesFile;
  readonly outlets: OutletsFile;
  /** Not there where nothing is written in the brief's own voice. */
  readonly style?: StyleFile;
  /** File name and SHA-256 of each part, for the list of inputs. */
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
}
