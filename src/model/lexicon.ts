/** The desk's vocabulary: themes to follow, entities to recognise, outlets to describe. */
import { z } from "zod";
import { DaySchema } from "./article.js";

/** Text by BCP 47 language tag. */
export const LocalisedSchema = z.record(z.string(), z.string());
/** Terms by language. `*` at the end of a word lets it run on. */
const TermsByLanguageSchema = z.record(z.string(), z.array(z.string()));

const ThemeTermsSchema = z.strictObject({
  strong: z.array(z.string()).default([]),
  weak: z.array(z.string()).default([]),
  negative: z.array(z.string()).default([]),
  /** Match in exact case only. */
  cs: z.array(z.string()).default([]),
  /** Blanked out before this theme is scored. */
  not: z.array(z.string()).default([]),
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
  weights: z.strictObject({ strong: z.number(), weak: z.number(), negative: z.number() }),
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
  contextNot: z.array(z.string()).default([]),
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
  /** Full forms, safe alone, by language. */
  names: TermsByLanguageSchema.default({}),
  /** Short forms: count only where a full form, or the lexicon's context, is in the article. */
  short: z.array(z.string()).default([]),
  /** Exact case only. */
  cs: z.array(z.string()).default([]),
  /** Look-alikes that are never this entity. */
  not: z.array(z.string()).default([]),
  /** Appears in stock paragraphs: never a signal. */
  background: z.boolean().default(false),
  gender: z.enum(["f", "m"]).optional(),
  roles: z
    .array(
      z.strictObject({ role: z.string(), from: DaySchema.optional(), to: DaySchema.optional() }),
    )
    .default([]),
  note: z.string().optional(),
});
export type Entity = z.infer<typeof EntitySchema>;

/** Names that mean another entity before and after a day. */
export const ContestedSchema = z.strictObject({
  terms: z.array(z.string()).min(1),
  /** Resolved by the event's date; without `readings` the term stays unresolved. */
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
  names: z.array(z.string()).min(1),
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
  republishes: z.array(z.string()).default([]),
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
