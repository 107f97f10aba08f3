/** An archive on its way to another: a manifest, and shards of JSON lines in gzip, one line for each file. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";

export const CORPUS_EXPORT = "briefwright/corpus/1";

export const ShardSchema = z.strictObject({
  /** Name of the file beside the manifest. */
  name: z.string().regex(/^shard-\d{5,}\.jsonl\.gz$/),
  /** Of its bytes as they stand there. */
  sha256: Sha256Schema,
  bytes: z.int().nonnegative(),
  files: z.int().positive(),
  articles: z.int().nonnegative(),
  /** Name of the last file in it: where the next one begins. */
  last: z.string(),
});
export type Shard = z.infer<typeof ShardSchema>;

export const CorpusManifestSchema = z.strictObject({
  schema: z.literal(CORPUS_EXPORT),
  /** Whether all shards are there; a part is gone on with by the same command. */
  complete: z.boolean(),
  files: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  /** Of the names and hashes of all files of the archive, when the export began. */
  corpus: Sha256Schema,
  shards: z.array(ShardSchema),
});
export type CorpusManifest = z.infer<typeof CorpusManifestSchema>;

const HELD = ["id", "file", "container", "title", "raw", "language", "textSha256"];

/** As reading gave it, in the order in which it did: a record keeps that, an object schema would not. */
const ExportedArticleSchema = z
  .record(z.string(), z.unknown())
  .refine((article) => HELD.every((name) => typeof article[name] === "string"), "is no article")
  .refine(({ paragraphs }) => Array.isArray(paragraphs), "has no paragraphs");

/** What reading gave of a file, before lines that recur over its host were dropped. */
const ExportedReadingSchema = z.strictObject({
  /** By which reader, with which settings, and with what said of the file. */
  readBy: z.string(),
  articles: z.array(ExportedArticleSchema),
  diagnostics: z.array(DiagnosticSchema),
});

export const ExportedFileSchema = z.strictObject({
  /** Path below the folder of articles, with forward slashes. */
  file: z.string().min(1),
  /** Base64; null for what was refused unread, e.g. a link. */
  bytes: z.base64().nullable(),
  /** The source record beside it, base64; null where there is none. */
  record: z.base64().nullable(),
  reading: ExportedReadingSchema,
});
export type ExportedFile = z.infer<typeof ExportedFileSchema>;

/** `brief corpus export --json` and `brief corpus import --json`. */
export const TransferResultSchema = z.strictObject({
  action: z.enum(["export", "import"]),
  /** Of the shards. */
  folder: z.string(),
  files: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  shards: z.int().nonnegative(),
  /** What was there already, from an earlier run. */
  already: z.int().nonnegative(),
  diagnostics: z.array(DiagnosticSchema),
});
export type TransferResult = z.infer<typeof TransferResultSchema>;
