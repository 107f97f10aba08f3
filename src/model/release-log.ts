/**
 * The life of an issue's versions as `release.jsonl` keeps it: lines that are only added, each with the
 * hash of the one before it. Who did what, when, to which bytes.
 */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { FormatSchema } from "./format.js";
import { AttachmentLevelSchema } from "./settings.js";

/** How far a version is cleared. */
export const ReleaseStateSchema = z.enum(["draft", "reviewed", "approved", "sent", "withdrawn"]);
export type ReleaseState = z.infer<typeof ReleaseStateSchema>;

/** An edition of the version in one language; the first one is that of the brief's first language. */
const EditionSchema = z.strictObject({ language: z.string(), seal: Sha256Schema });
export type SealedEdition = z.infer<typeof EditionSchema>;

/** A file below the folder of the version, with forward slashes. */
const KeptFileSchema = z.strictObject({
  path: z.string(),
  sha256: Sha256Schema,
  bytes: z.int().nonnegative(),
});
export type KeptFile = z.infer<typeof KeptFileSchema>;

/** What an approval stands for, each part by its hash: a change in one of them voids it. */
export const SignatureSchema = z.strictObject({
  /** Of the issue, in every language that it has. */
  seal: Sha256Schema,
  /** What is said, and in which order: the templates of page and message, with their labels. */
  template: Sha256Schema,
  /** How it looks: style sheets, pictures, fonts, what the settings give to the template. */
  style: Sha256Schema,
  marking: Sha256Schema,
  options: Sha256Schema,
});
export type Signature = z.infer<typeof SignatureSchema>;

/** How the clean copies are made. */
export const CopyOptionsSchema = z.strictObject({
  state: z.literal("approved"),
  approvedBy: z.string(),
  permalink: z.string().nullable(),
  formats: z.array(FormatSchema.exclude(["json"])),
  html: z.strictObject({ fonts: z.enum(["embed", "link", "none"]), issue: z.boolean() }),
  pdf: z.strictObject({ attachments: AttachmentLevelSchema }),
});
export type CopyOptions = z.infer<typeof CopyOptionsSchema>;

const NoteSchema = z.string().max(2000).nullable();

const ReviewedSchema = z.strictObject({
  kind: z.literal("reviewed"),
  editions: z.array(EditionSchema).min(1),
  /** Of what was reviewed: approval holds what it finds against them. */
  template: Sha256Schema,
  style: Sha256Schema,
  marking: Sha256Schema,
  note: NoteSchema,
});

const ApprovedSchema = z.strictObject({
  kind: z.literal("approved"),
  editions: z.array(EditionSchema).min(1),
  signature: SignatureSchema,
  options: CopyOptionsSchema,
  /** Everything that was frozen, the recipients among it. */
  files: z.array(KeptFileSchema),
  /** Names of the lists whose recipients were frozen. */
  lists: z.array(z.string()),
  recipients: z.int().nonnegative(),
  /** Instant before which nothing is sent; null where there is none. */
  embargo: z.iso.datetime().nullable(),
  /** Instant after which nothing is sent; null where there is none. */
  sendBy: z.iso.datetime().nullable(),
  note: NoteSchema,
});

const CopiesSchema = z.strictObject({
  kind: z.literal("copies"),
  /** Version of the program that made them. */
  program: z.string(),
  copies: z.array(KeptFileSchema).min(1),
});

/** Into the record without an approval: `brief release`. */
const ReleasedSchema = z.strictObject({
  kind: z.literal("released"),
  editions: z.array(EditionSchema).min(1),
});

const SentSchema = z.strictObject({
  kind: z.literal("sent"),
  occasion: z.enum(["issue", "correction", "withdrawal"]),
  lists: z.array(z.string()),
  /** Handed over so far, by the ledger. */
  accepted: z.int().nonnegative(),
  of: z.int().nonnegative(),
});

const WithdrawnSchema = z.strictObject({
  kind: z.literal("withdrawn"),
  reason: z.string().min(1).max(2000),
});

export const ReleaseEventSchema = z.discriminatedUnion("kind", [
  ReviewedSchema,
  ApprovedSchema,
  CopiesSchema,
  ReleasedSchema,
  SentSchema,
  WithdrawnSchema,
]);
export type ReleaseEvent = z.infer<typeof ReleaseEventSchema>;

const LINE = {
  /** Of the line, from 1. */
  sequence: z.int().positive(),
  /** Hash of the line before it; null for the first. */
  previous: Sha256Schema.nullable(),
  /** What the clock said, UTC; it may be wrong, the sequence is not. */
  at: z.iso.datetime(),
  by: z.string().min(1).max(200),
  version: z.string(),
  /** SHA-256 of the line as canonical JSON (RFC 8785) without this field. */
  hash: Sha256Schema,
};

/** A line of `release.jsonl`. */
export const ReleaseEntrySchema = z.discriminatedUnion("kind", [
  ReviewedSchema.extend(LINE),
  ApprovedSchema.extend(LINE),
  CopiesSchema.extend(LINE),
  ReleasedSchema.extend(LINE),
  SentSchema.extend(LINE),
  WithdrawnSchema.extend(LINE),
]);
export type ReleaseEntry = z.infer<typeof ReleaseEntrySchema>;

export type EntryOf<K extends ReleaseEntry["kind"]> = Extract<ReleaseEntry, { kind: K }>;

/** The lines of a version of one kind, in their order. */
export function entriesOf<K extends ReleaseEntry["kind"]>(
  entries: readonly ReleaseEntry[],
  version: string,
  kind: K,
): readonly EntryOf<K>[] {
  return entries.filter(
    (entry): entry is EntryOf<K> => entry.kind === kind && entry.version === version,
  );
}

/** Nothing takes an approval back but a withdrawal, and nothing a withdrawal. */
export function stateOf(entries: readonly ReleaseEntry[], version: string): ReleaseState {
  const kinds = new Set(
    entries.filter((entry) => entry.version === version).map(({ kind }) => kind),
  );
  if (kinds.has("withdrawn")) return "withdrawn";
  if (kinds.has("sent")) return "sent";
  if (kinds.has("approved")) return "approved";
  return kinds.has("reviewed") ? "reviewed" : "draft";
}
