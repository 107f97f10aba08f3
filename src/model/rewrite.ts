/** A statement in generated words: marked wherever it is printed, and never instead of its source. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";

export const RewriteSchema = z.strictObject({
  kind: z.enum(["rewording", "translation"]),
  text: z.string().min(1),
  /** BCP 47 tag of `text`. */
  language: z.string(),
  /** As the endpoint names it. */
  model: z.string(),
  /** Of everything that was sent: equal prompts have equal answers in the cache. */
  promptSha256: Sha256Schema,
  /** Entries of the lexicon by which a name in it is one of the source's in another form. */
  names: z.array(z.strictObject({ entity: z.string(), forms: z.array(z.string()) })).optional(),
});
export type Rewrite = z.infer<typeof RewriteSchema>;

/** What a rewritten sentence must keep; one that breaks a rule is not printed. */
export const RewriteRuleSchema = z.enum([
  /** It rests on at least one passage, and on the passages alone. */
  "citation",
  /** Numbers, units, currencies and bounds are those of the passage, never summed or rounded. */
  "number",
  "date",
  /** Every name stands in the passage, or in the table of its other forms. */
  "name",
  /** What stands in quotation marks is quoted to the letter, and what stood in them still does. */
  "quotation",
  /** No word that the passage does not have, but for a short list of equals. */
  "new-word",
  /** Negations, hedges and words of quantity neither come nor go. */
  "polarity",
  /** Who says it in the passage says it in the rewrite, of the same part. */
  "attribution",
  /** Who did what to whom, where and in which order: words keep their places but for known moves. */
  "role",
  /** No word for its opposite. */
  "antonym",
  /** Every clause comes from one passage. */
  "clause",
  /** Two facts are tied by no word that the passage does not have. */
  "connective",
  /** The name of an outlet supports nothing but itself. */
  "outlet",
  /** What is left out leaves the rest true. */
  "omission",
  /** Tense, voice and number of its words stay. */
  "form",
  /** The rules know its language. */
  "language",
  /** One sentence of plain text, no longer than a sentence is. */
  "shape",
]);
export type RewriteRule = z.infer<typeof RewriteRuleSchema>;

/** What is wrong with a rewrite, and where: a range of its text, or null where something is gone. */
export interface RewriteFault {
  readonly rule: RewriteRule;
  readonly words: string;
  readonly place: { readonly start: number; readonly end: number } | null;
}

export interface RewriteVerdict {
  readonly accepted: boolean;
  readonly faults: readonly RewriteFault[];
}
