/** One row of a list, as somebody wrote it: the shape that YAML and CSV share. */
import { z } from "zod";
import type { Place } from "../model/diagnostic.js";
import { DeliveryFormatSchema } from "../model/recipient.js";

const NameSchema = z
  .string()
  .max(200)
  // Lines, paragraphs and what turns text around have no place in a name.
  .refine(
    (name) => !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(name),
    "write the name in one line",
  );

const EnvSchema = z
  .string()
  .refine(
    (name) => /^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name),
    "name an environment variable, and do not write the password here",
  );

const KeyFileSchema = z
  .string()
  .max(500)
  .refine(
    (path) => path !== "" && !/^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\p{Cc}/u.test(path),
    "name a file below the workspace, e.g. corpus/recipients/keys/name.asc",
  );

/** What a list may say once for all of its rows. */
export const ListDefaultsSchema = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, "write a tag such as en, tr or ar")
    .optional(),
  template: z
    .string()
    .regex(/^[\w-]{1,60}$/, "write the name of a template")
    .optional(),
  format: DeliveryFormatSchema.optional(),
  /** The public one by default. */
  markings: z.array(z.string().min(1)).min(1).max(20).optional(),
  watermark: z.boolean().optional(),
});
export type ListDefaults = z.infer<typeof ListDefaultsSchema>;

export const ListEntrySchema = ListDefaultsSchema.extend({
  name: NameSchema.default(""),
  address: z.string().max(1000),
  /** Environment variable with the password of the PDF. */
  passwordEnv: EnvSchema.optional(),
  /** File with the public key that the message is encrypted to. */
  openpgp: KeyFileSchema.optional(),
});
export type ListEntry = z.infer<typeof ListEntrySchema>;

export interface PlacedEntry {
  readonly entry: ListEntry;
  /** Where a field of it stands; the row itself where there is no such field. */
  readonly placeOf: (field: keyof ListEntry) => Place;
}
