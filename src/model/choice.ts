/** How a passage that might have spoken for a theme fared: printed, or what kept it out. */
import { z } from "zod";

/** A half-open range of UTF-16 code units in the cleaned text of one article. */
export const ArticleRangeSchema = z.strictObject({
  article: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/** What a score adds up from; which of them there are depends on the method of the summary. */
export const ScorePartsSchema = z.strictObject({
  /** Nearness to what all candidates say together, 0 to 1. */
  nearness: z.number().optional(),
  /** What several reports tell and the chosen so far do not. */
  coverage: z.number().optional(),
  /** Likeness to what the reports open with. */
  opening: z.number().optional(),
  /** Likeness to the other candidates, as a walk among them finds it, 0 to 1. */
  likeness: z.number().optional(),
  /** For another origin that reports the same event. */
  support: z.number().optional(),
  /** For standing early in the article. */
  early: z.number().optional(),
  /** For the lexicon's evidence. */
  theme: z.number().optional(),
  /** For words of the article's title. */
  title: z.number().optional(),
  /** Against a passage that needs the sentence before it. */
  leaning: z.number().optional(),
  /** What its user adds, where it is not told in parts. */
  merit: z.number().optional(),
});
export type ScoreParts = z.infer<typeof ScorePartsSchema>;

/** Slots of a theme that candidates compete for. */
export const SlotSchema = z.enum(["happened", "says", "background"]);
export type SlotName = z.infer<typeof SlotSchema>;

/** Where the desk puts a passage; without a slot it stands where it would stand by itself. */
export const PinnedPassageSchema = z.strictObject({
  ...ArticleRangeSchema.shape,
  theme: z.string(),
  slot: SlotSchema.nullable(),
  reason: z.string().nullable(),
});
export type PinnedPassage = z.infer<typeof PinnedPassageSchema>;

const COMPETED = {
  score: z.number(),
  parts: ScorePartsSchema,
  /** Candidates for the slot that could be understood where it prints them. */
  of: z.int().positive(),
  /** Statements that the slot holds at most. */
  limit: z.int().nonnegative(),
};

/** What became of a passage under one theme. */
export const ChoiceOutcomeSchema = z.discriminatedUnion("kind", [
  /** Printed before whatever is chosen, as the desk wants it; its place is counted from 1. */
  z.strictObject({
    kind: z.literal("pinned"),
    place: z.int().positive(),
    reason: z.string().nullable(),
  }),
  /** Left out by the desk. */
  z.strictObject({ kind: z.literal("excluded"), reason: z.string() }),
  z.strictObject({ kind: z.literal("chosen"), place: z.int().positive(), ...COMPETED }),
  z.strictObject({
    kind: z.literal("outranked"),
    /** Who took the last place, and with what score. */
    by: ArticleRangeSchema.nullable(),
    byScore: z.number(),
    /** Its own rank, the chosen counted. */
    rank: z.int().positive(),
    ...COMPETED,
  }),
  /** Says what one that was chosen for the same slot says. */
  z.strictObject({ kind: z.literal("repeats"), by: ArticleRangeSchema, ...COMPETED }),
  /** One of more candidates than the method looks at. */
  z.strictObject({ kind: z.literal("out-of-sight"), most: z.int().positive(), ...COMPETED }),
  /** Most of its words stand in a statement that the theme's news print. */
  z.strictObject({ kind: z.literal("said-before"), by: ArticleRangeSchema }),
  /** Is not understood without the sentence before it, which cannot be brought along. */
  z.strictObject({ kind: z.literal("needs-neighbour") }),
  /** Is understood only behind another, which is printed, and printed itself where there is room. */
  z.strictObject({ kind: z.literal("follows"), by: ArticleRangeSchema, printed: z.boolean() }),
  /** Serves as background of another theme, or stands in what does. */
  z.strictObject({
    kind: z.literal("serves-elsewhere"),
    theme: z.string(),
    by: ArticleRangeSchema,
  }),
  /** Speaks of another theme more than twice as much. */
  z.strictObject({ kind: z.literal("other-theme"), theme: z.string(), share: z.number() }),
  /** The article is about something else, and the passage alone says too little. */
  z.strictObject({ kind: z.literal("in-passing"), needed: z.number() }),
  /** Of one article so many passages take part, those with most evidence. */
  z.strictObject({ kind: z.literal("article-cap"), most: z.int().positive() }),
]);
export type ChoiceOutcome = z.infer<typeof ChoiceOutcomeSchema>;

/** A candidate of a theme with what became of it. */
export const ChoiceSchema = z.strictObject({
  ...ArticleRangeSchema.shape,
  theme: z.string(),
  /** What it competed for; null where it did not come to that. */
  slot: SlotSchema.nullable(),
  /** The lexicon's evidence in it for the theme. */
  themeScore: z.number(),
  outcome: ChoiceOutcomeSchema,
});
export type Choice = z.infer<typeof ChoiceSchema>;
