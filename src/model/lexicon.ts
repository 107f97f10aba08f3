/** The desk's vocabulary: themes to follow, entities to recognise, outlets to describe. */
import { z } from "zod";
import { DaySchema } from "./article.js";

/** Text by BCP 47 language tag. */
export const LocalisedSchema = z.record(z.string(), z.string());

/**
 * Terms as a list, or as text with one term to a line or semicolons between them, which a desk
 * edits more easily; in text, a line that starts with `#` is a comment.
 */
const TermListSchema = z.preprocess(
  (value) => (typeof value === "string" ? splitTerms(value) : value),
  z.array(z.string()),
);

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

export const ThemeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: LocalisedSchema,
  /** Short form for tables. */
  short: LocalisedSchema.optional(),
  question: z.string().optional(),
  terms: z.record(z.string(), ThemeTermsSchema),
});
export type Theme = z.infer<typeof ThemeSchema>;

export const ThemesFileSchema = z.strictObject({
  version: z.string(),
  weights: z.strictObject({
    strong: z.number(),
    near: z.number(),
    weak: z.number(),
    negative: z.number(),
  }),
  rule: z.strictObject({
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
  }),
  context: TermsByLanguageSchema.default({}),
  contextNot: TermListSchema.default([]),
  /** Sides whose people and bodies count as context by their full names. */
  contextSides: z.array(z.string()).default([]),
  /** Phrases blanked out before anything is scored, by language. */
  mask: TermsByLanguageSchema.default({}),
  themes: z.array(ThemeSchema).min(1),
});
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

export const LoadedTermSchema = z.strictObject({
  term: z.string(),
  lang: z.string(),
  gloss: z.string().optional(),
  neutral: z.string().optional(),
});

export const EntitiesFileSchema = z.strictObject({
  version: z.string(),
  entities: z.array(EntitySchema),
  contested: z.array(ContestedSchema).default([]),
  loaded: z.array(LoadedTermSchema).default([]),
});
export type EntitiesFile = z.infer<typeof EntitiesFileSchema>;

export const OutletSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  names: TermListSchema.refine((list) => list.length > 0, "no name is given"),
  /** Ownership in a few words, as fact. */
  owner: z.string(),
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

export interface Lexicon {
  readonly themes: ThemesFile;
  readonly entities: EntitiesFile;
  readonly outlets: OutletsFile;
  /** File name and SHA-256 of each part, for the list of inputs. */
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
}
