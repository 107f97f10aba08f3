/** What analysis finds in one article: passages, themes, dates, speakers, figures and names. */
import { z } from "zod";

/** A half-open range of UTF-16 code units in the cleaned article text, and the words there. */
export const SpanSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
});
export type Span = z.infer<typeof SpanSchema>;

export const PassageThemeSchema = z.strictObject({
  id: z.string(),
  score: z.number(),
  /** The words of the passage that matched, as they stand there. */
  terms: z.array(z.string()),
});
export type PassageTheme = z.infer<typeof PassageThemeSchema>;

/** A sentence, or a run of sentences that one quotation spans. */
export const PassageSchema = z.strictObject({
  ...SpanSchema.shape,
  role: z.literal("content"),
  themes: z.array(PassageThemeSchema),
});
export type Passage = z.infer<typeof PassageSchema>;

/** A term of the lexicon in an article, and what it adds to the score. */
export const ThemeTermSchema = z.strictObject({
  term: z.string(),
  level: z.enum(["strong", "near", "weak", "negative"]),
  /** Uses in the body. */
  count: z.int().nonnegative(),
  inTitle: z.int().nonnegative(),
  points: z.number(),
});
export type ThemeTerm = z.infer<typeof ThemeTermSchema>;

export const ArticleThemeSchema = z.strictObject({
  id: z.string(),
  score: z.number(),
  threshold: z.number(),
  assigned: z.boolean(),
  /** What made the score, strongest first; `points` add up to it before it is divided. */
  terms: z.array(ThemeTermSchema).optional(),
  /** Points for a strong term in the title or the first paragraph. */
  opening: z.number().optional(),
  /** What the score was divided by, as the article is not about the region of the lexicon. */
  divisor: z.number().optional(),
  /** Where the corpus decides: its terms, its wording and the articles like it, in deviations. */
  parts: z
    .strictObject({ terms: z.number(), wording: z.number(), neighbours: z.number() })
    .optional(),
  /** Words of the article, none of them in the lexicon, that speak most for the theme. */
  expansion: z.array(z.strictObject({ term: z.string(), weight: z.number() })).optional(),
  /** What the desk decided, and why; `assigned` follows it. */
  override: z
    .strictObject({ kind: z.enum(["added", "removed"]), reason: z.string().nullable() })
    .optional(),
});
export type ArticleTheme = z.infer<typeof ArticleThemeSchema>;

/** What `inspect themes --json` prints, one object per article. */
export const ThemesReportSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  themes: z.array(ArticleThemeSchema),
  passages: z.array(PassageSchema),
});

/** A date expression of the text, resolved to the days it covers, ends included. */
export const DateMentionSchema = z.strictObject({
  ...SpanSchema.shape,
  from: z.string(),
  to: z.string(),
  precision: z.enum(["day", "week", "month", "year"]),
  /** What the expression was resolved against. */
  anchor: z.enum(["absolute", "published", "inferred"]),
});
export type DateMention = z.infer<typeof DateMentionSchema>;

/** Who says what a passage says, and by which way it came to the outlet. */
export const AttributionSchema = z.strictObject({
  /** The passage or sentence that is attributed. */
  ...SpanSchema.shape,
  /** The speaker's words in the text, a pronoun resolved to its antecedent. */
  speaker: z.string(),
  /** Lexicon entity of the speaker, where there is one. */
  entity: z.string().nullable(),
  /** The reporting verb or phrase as it stands. */
  cue: z.string(),
  kind: z.enum(["direct", "indirect", "mixed"]),
  /** Carriers between the speaker and this outlet, nearest to the speaker first. */
  via: z.array(z.string()),
  /** Speakers between the fact and the outlet: 1 for a named speaker heard by the outlet. */
  depth: z.int().positive(),
});
export type Attribution = z.infer<typeof AttributionSchema>;

/** A counted quantity in the text. */
export const FigureSchema = z.strictObject({
  /** Number with its bound and noun, verbatim: `more than 20,000 foreign fighters`. */
  ...SpanSchema.shape,
  value: z.number(),
  bound: z.enum(["exactly", "more-than", "less-than", "about", "at-least", "at-most"]),
  /** The words behind the number, verbatim: the noun phrase counted, or its unit. */
  unit: z.string(),
  /** `percent`, a currency (ISO 4217) or a measure (`km`, `barrels a day`); null for a count. */
  measure: z.string().nullable(),
  /** The noun phrase counted or measured, verbatim; null where the text names none. */
  of: z.string().nullable(),
  /** The sentence that the figure stands in. */
  sentence: SpanSchema,
  /** `part` where the text says that it is included in the nearest total before it. */
  role: z.enum(["total", "part", "single"]),
});
export type Figure = z.infer<typeof FigureSchema>;

/** One use of an entity's name in the text. */
export const NameUseSchema = z.strictObject({
  ...SpanSchema.shape,
  entity: z.string(),
});
export type NameUse = z.infer<typeof NameUseSchema>;

/** A name that the lexicon has and that is given to none of its entities. */
export const OpenNameSchema = z.strictObject({
  ...SpanSchema.shape,
  /** Entities that it may mean; none where the lexicon leaves it open. */
  candidates: z.array(z.string()),
  /** The article has no day; the entity was not there on it; the lexicon gives no reading for it. */
  reason: z.enum(["undated", "outside-validity", "no-reading"]),
});
export type OpenName = z.infer<typeof OpenNameSchema>;

/** Everything that analysis knows of one article. Spans are in text order. */
export interface ArticleAnalysis {
  readonly article: string;
  readonly themes: readonly ArticleTheme[];
  readonly passages: readonly Passage[];
  /** Sentences; every passage starts and ends on a sentence boundary. */
  readonly sentences: readonly Span[];
  readonly dates: readonly DateMention[];
  readonly attributions: readonly Attribution[];
  readonly figures: readonly Figure[];
  readonly names: readonly NameUse[];
  readonly openNames: readonly OpenName[];
}

/** A half-open range of UTF-16 code units in the cleaned text of one article. */
export interface ArticleRange {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** Whether two ranges share a code unit of the same article. */
export function overlaps(a: ArticleRange, b: ArticleRange): boolean {
  return a.article === b.article && a.start < b.end && b.start < a.end;
}

/** Articles that carry the same copy. */
export interface ReprintGroup {
  /** `r-` and hexadecimal digits made of the origin: the same when later articles join. */
  readonly id: string;
  /** `partial` where a member carries a part alone; only a `possible-translation` is no one origin. */
  readonly kind: "copy" | "partial" | "possible-translation";
  /** The earliest of them. */
  readonly origin: string;
  /** The one with most words. */
  readonly fullest: string;
  /** All of them, the origin first. */
  readonly members: readonly string[];
  /**
   * Part of the shorter text that the longer one holds, 0 to 1: of the member that shares least
   * with the one it is closest to.
   */
  readonly containment: number;
}

/** Reports of one event; an article that stands alone is a story of its own. */
export interface Story {
  /** `s-` and hexadecimal digits made of the earliest article: the same when later ones join. */
  readonly id: string;
  /** The earliest first. */
  readonly articles: readonly string[];
  /** Reprints, and outlets of one publisher, count once. */
  readonly origins: number;
}

/** An event that the articles tell, by its date. */
export interface TimelineItem {
  readonly from: string;
  readonly to: string;
  readonly precision: DateMention["precision"];
  readonly anchor: DateMention["anchor"];
  /** The words that give the date. */
  readonly mention: ArticleRange;
  /** The passage that tells the event best. */
  readonly passage: ArticleRange;
  /** Still to come when the article was published. */
  readonly planned: boolean;
  /** Passages of other origins that tell the same event. */
  readonly supports: readonly ArticleRange[];
  /** The passages that tell it, one per article, the best first. */
  readonly tellings: readonly ArticleRange[];
  /** How many independent origins these come from: copies and one publisher's outlets count once. */
  readonly origins: number;
}

/** What a passage needs to be understood where it is printed. */
export interface Bearing {
  /** The words before it that make it understandable. */
  readonly context: ArticleRange | null;
  /** UTF-16 code units at its start that point back and are left out, marked as an ellipsis. */
  readonly elided: number;
}

/** An event with what the passage that tells it needs. */
export interface ToldEvent extends TimelineItem {
  readonly bearing: Bearing;
}

/** A passage chosen for the brief. */
export interface Pick extends ArticleRange, Bearing {
  /** Who says it, where the article says so. */
  readonly attribution: Attribution | null;
  /** Passages of other origins that report the same event, one per article. */
  readonly supports: readonly ArticleRange[];
}

/** What was chosen for one theme, best first; background in order of time. */
export interface ThemePicks {
  readonly theme: string;
  readonly happened: readonly Pick[];
  /** Attributed passages; those that stand in `happened` as well come first. */
  readonly says: readonly Pick[];
  readonly background: readonly Pick[];
}

/** What can be computed from the articles and said of them. */
export const FindingKindSchema = z.enum([
  /** `parts` sum to `sum`, which does not fit `total` (with its `bound`). */
  "does-not-add-up",
  /** Two origins give `values` of one thing at one time that cannot both hold. */
  "contradiction",
  /** The statement stands in `present` and nothing like it in `absent` (articles). */
  "absent-from",
  /** Two articles list different `names` beside the same event. */
  "different-lists",
  /** Articles name different grounds for the same call. */
  "different-basis",
  /** A denial stands beside the reports that say otherwise. */
  "denial",
  /** An earlier report was true until a later one: a change, not a contradiction. */
  "superseded",
  /** Speakers at one event take different positions. */
  "positions",
  /** One event in differing words: never merged into one quotation. */
  "different-wording",
  /** No article in `languages` (BCP 47 tags). */
  "no-language",
  /** The outlet of `articles` is not known. */
  "outlet-unknown",
  /** `articles` state no publication date. */
  "date-missing",
  /** All reports on `theme` come from one origin. */
  "single-origin",
  /** All `reports` (more than one) on `theme` come from one `outlet`. */
  "single-outlet",
  /** Every report on `theme` comes from an outlet that a state owns or funds. */
  "state-outlets-only",
  /** No report on `theme` in `languages` (BCP 47 tags), in which the period's reports on others are. */
  "theme-no-language",
  /** Of `sides`, which the lexicon wants heard on `theme`, nobody speaks in its reports. */
  "side-not-heard",
  /** `articles` come from outlets that a state owns or funds. */
  "state-outlet",
  /** No article of the period carries `theme`. */
  "theme-not-reported",
  /** The text of a source is not the one that a superseded issue cited. */
  "article-changed",
  /** A source of a superseded issue is in the corpus no more. */
  "article-gone",
  /** The desk has taken a source of a superseded issue out. */
  "article-withdrawn",
  /** The figure stood as `before` in a superseded issue. */
  "figure-changed",
  /** The statement stood as `before` in a superseded issue. */
  "statement-changed",
  /** `before`, words of `source`, stood in a superseded issue. */
  "statement-dropped",
  /** The statement did not stand in the superseded issue. */
  "statement-added",
  /** Status, reason or assessment of `theme` are not those of the superseded issue. */
  "desk-words-changed",
  /** Bottom line, key messages, what to watch or standing paragraphs of the desk are others now. */
  "desk-lines-changed",
  /** A statement of this issue; nothing in the last one tells the same. */
  "since-new",
  /** What the last issue told, and what tells it in this period. */
  "since-continued",
  /** A figure of the last issue and the one that is given now: `values`, in the sources' words. */
  "since-revised",
  /** What the last issue told, and what tells the opposite now. */
  "since-reversed",
  /** A statement of the last issue; no report of this period comes back to it. */
  "since-quiet",
]);
export type FindingKind = z.infer<typeof FindingKindSchema>;

/** A conflict or a gap between words of the articles, still without its citations. */
export interface Conflict {
  readonly kind: FindingKind;
  /** Theme whose slot it belongs to; null for figures at a glance. */
  readonly theme: string | null;
  readonly params: Readonly<Record<string, string | number | string[] | number[]>>;
  readonly ranges: readonly ArticleRange[];
  readonly articles: readonly string[];
}
