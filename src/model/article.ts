/** One piece of reporting, cleaned: the shape that reading makes and every later stage trusts. */
import { z } from "zod";

/** `2021-05-03`, `2021-05` or `2021`: as much of an ISO 8601 date as is known. */
export const PartialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
/** `2021-05-03`. */
export const DaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "write a day as 2021-06-15");
export const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Words of the raw text (markup and removed parts included) of an article that support a date. */
export const EvidenceSchema = z.strictObject({ article: z.string(), quote: z.string().min(1) });
export type Evidence = z.infer<typeof EvidenceSchema>;

/** The date that the article states of itself. */
export const PublishedSchema = z.strictObject({
  date: PartialDateSchema,
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  precision: z.enum(["minute", "day", "month", "year"]),
  evidence: z.array(EvidenceSchema).min(1),
});
export type Published = z.infer<typeof PublishedSchema>;

/** A date that was worked out, never stated: `date` is the likeliest day of `window`, ends included. */
export const InferredSchema = z.strictObject({
  date: DaySchema,
  window: z.tuple([DaySchema, DaySchema]),
  evidence: z.array(EvidenceSchema).min(1),
});
export type Inferred = z.infer<typeof InferredSchema>;

/** A part that cleaning took out of the raw text, under the rule that did it. */
export const RemovalSchema = z.strictObject({ rule: z.string(), text: z.string() });
export type Removal = z.infer<typeof RemovalSchema>;

/** A change that cleaning made inside the kept text. */
export const RepairSchema = z.strictObject({ rule: z.string(), from: z.string(), to: z.string() });
export type Repair = z.infer<typeof RepairSchema>;

/** A paragraph in another language than the article, counted from 0. */
export const ForeignParagraphSchema = z.strictObject({
  paragraph: z.int().nonnegative(),
  language: z.string(),
});
export type ForeignParagraph = z.infer<typeof ForeignParagraphSchema>;

/** What `inspect reading --json` prints, one object per article. */
export const ReadingSchema = z.strictObject({
  /** `a-` and 12 hexadecimal digits of the SHA-256 of the canonical URL, or of the raw bytes. */
  id: z.string().regex(/^a-[0-9a-f]{12}$/),
  /**
   * Path below the folder that was read, with forward slashes; `batch.zip/a.html` for an entry of an
   * archive, `feed.xml#2` for the second of several articles in one file.
   */
  file: z.string(),
  /** Name of the reader: `text`, `html`, `feed`. */
  format: z.string(),
  /** The canonical URL that the article states, or the one that it was fetched from. */
  url: z.string().nullable(),
  title: z.string(),
  titleDerived: z.boolean(),
  standfirst: z.string().nullable(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  /** Who passed the copy on, the outlet first, the agency last. */
  chain: z.array(z.string()),
  dateline: z.string().nullable(),
  published: PublishedSchema.nullable(),
  /** The day of the last change that the article states. */
  modified: PublishedSchema.nullable(),
  inferred: InferredSchema.nullable(),
  /** BCP 47 language tag, `und` where it could not be told. */
  language: z.string(),
  /** Paragraphs of a mixed article that are in another language. */
  foreign: z.array(ForeignParagraphSchema),
  paragraphs: z.array(z.string()),
  removed: z.array(RemovalSchema),
  repairs: z.array(RepairSchema),
});
export type Reading = z.infer<typeof ReadingSchema>;

/** A reading with what provenance needs. */
export interface Article extends Reading {
  /**
   * The text as it came in; evidence quotations and removals are substrings of it. For markup: what
   * states metadata, verbatim, a line each, then the text block by block.
   */
  readonly raw: string;
  /** The file of the corpus that it stands in: `batch.zip` for `batch.zip/a.html#2`. */
  readonly container: string;
  /** SHA-256 of the bytes of that file, hexadecimal. */
  readonly rawSha256: string;
  /** SHA-256 of the cleaned text in UTF-8, hexadecimal. */
  readonly textSha256: string;
  /** When the page was fetched from its address; ISO 8601, UTC. Left out where that is not known. */
  readonly fetched?: string;
  /** Where it was fetched from a web archive, the address there. */
  readonly archived?: string;
  /** Who may see it, where the record beside it says so. */
  readonly marking?: string;
}

/** The cleaned text that all offsets of passages and citations count in (UTF-16 code units). */
export function articleText(article: Pick<Reading, "paragraphs">): string {
  return article.paragraphs.join("\n\n");
}

/** The article's day as far as it is known: stated first, inferred second. */
export function articleDay(article: Pick<Reading, "published" | "inferred">): string | null {
  const stated = article.published;
  if (stated !== null && (stated.precision === "day" || stated.precision === "minute")) {
    return stated.date;
  }
  return article.inferred?.date ?? null;
}

/** A file, or one article of a file, that came in and is not among the articles. */
export interface Unread {
  readonly file: string;
  readonly reason: string;
  /** Id of the article that it repeats. */
  readonly of?: string;
}
