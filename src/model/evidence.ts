/** What is kept of a cited article: `evidence/<article>/article.json`. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { SourceSchema } from "./issue.js";
import { SourceRecordSchema } from "./source-record.js";

/** Places of an issue that cite words of an article. */
export const CitingPlaceSchema = z.enum([
  "bottom-line",
  "key-messages",
  "glance",
  "happened",
  "says",
  "differ",
  "background",
  "assessment",
  "since",
  "disagreements",
  "timeline",
  "watch",
  "names",
  "gaps",
  "corrections",
]);
export type CitingPlace = z.infer<typeof CitingPlaceSchema>;

/** Who cites a passage: a statement or a finding by its id, a spelling by its entity, else `desk`. */
export const PassageUseSchema = z.strictObject({
  by: z.string(),
  place: CitingPlaceSchema,
  /** Id of the theme that the place belongs to; null where it belongs to none. */
  theme: z.string().nullable(),
});
export type PassageUse = z.infer<typeof PassageUseSchema>;

/** `quote === text.slice(start, end)` of the cleaned text; its mark on the page is `p-<start>-<end>`. */
export const CitedPassageSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().min(1),
  uses: z.array(PassageUseSchema).min(1),
});
export type CitedPassage = z.infer<typeof CitedPassageSchema>;

/** Bytes as they came in. */
export const RawBytesSchema = z.strictObject({
  /** Below `evidence/`; what runs in a browser is kept under a name that does not. */
  path: z.string(),
  /** `entry` where the file is the article; of a feed or an archive all of it, the `container`. */
  of: z.enum(["entry", "container"]),
  bytes: z.int().nonnegative(),
  sha256: Sha256Schema,
});
export type RawBytes = z.infer<typeof RawBytesSchema>;

export const EvidenceArticleSchema = z.strictObject({
  schema: z.literal("briefwright/evidence/1"),
  brief: z.string(),
  issue: z.string(),
  source: SourceSchema,
  /** Where the bytes were fetched from, as the record beside the file says. */
  fetched: SourceRecordSchema.nullable(),
  /** Null where they are left out; `left` says why. */
  raw: RawBytesSchema.nullable(),
  text: z
    .strictObject({ path: z.string(), characters: z.int().nonnegative(), sha256: Sha256Schema })
    .nullable(),
  /** What is not kept, and why. */
  left: z.array(
    z.strictObject({
      what: z.enum(["raw", "text"]),
      reason: z.enum(["setting", "too-large", "not-at-hand"]),
    }),
  ),
  passages: z.array(CitedPassageSchema),
});
export type EvidenceArticle = z.infer<typeof EvidenceArticleSchema>;
