/** How the brief may speak in its own voice: loaded words and their neutral forms, yardsticks of likelihood. */
import { z } from "zod";
import { LoadedTermSchema } from "./loaded-term.js";

/** A share of chances in per cent, ends included. */
const RangeSchema = z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]);

export const LikelihoodSchema = z.strictObject({
  /** Words of equal meaning, by BCP 47 tag. */
  terms: z.record(z.string(), z.array(z.string()).min(1)),
  range: RangeSchema,
});
export type Likelihood = z.infer<typeof LikelihoodSchema>;

/**
 * Intelligence Community Directive 203, Analytic Standards (2015, revised 2022), D.6.e.(2)(a): words
 * of likelihood and what they stand for.
 */
const ICD_203: readonly Likelihood[] = [
  { terms: { en: ["almost no chance", "remote"] }, range: [1, 5] },
  { terms: { en: ["very unlikely", "highly improbable"] }, range: [5, 20] },
  { terms: { en: ["unlikely", "improbable"] }, range: [20, 45] },
  { terms: { en: ["roughly even chance", "roughly even odds"] }, range: [45, 55] },
  { terms: { en: ["likely", "probable", "probably"] }, range: [55, 80] },
  { terms: { en: ["very likely", "highly probable"] }, range: [80, 95] },
  { terms: { en: ["almost certain", "almost certainly", "nearly certain"] }, range: [95, 99] },
];

/** The same directive, D.6.e.(2)(b): confidence is about the sources, and stands in a sentence of its own. */
const CONFIDENCE = {
  en: [
    "low confidence",
    "moderate confidence",
    "medium confidence",
    "high confidence",
    "confident",
    "confidence",
  ],
};

/** `corpus/lexicon/style.yaml`; a lexicon without it has these words. */
export const StyleFileSchema = z.strictObject({
  version: z.string().default("1"),
  /** Words that take sides, whatever the subject; those of the subject stand beside its entities. */
  loaded: z.array(LoadedTermSchema).default([]),
  likelihood: z.array(LikelihoodSchema).default([...ICD_203]),
  /** Words of confidence, by BCP 47 tag. */
  confidence: z.record(z.string(), z.array(z.string())).default(CONFIDENCE),
});
export type StyleFile = z.infer<typeof StyleFileSchema>;
