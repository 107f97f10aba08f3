/** Somebody who gets a brief: name, address, what they may see, and in which form they want it. */
import { z } from "zod";

export const DeliveryFormatSchema = z.enum(["pdf", "link", "html"]);
export type DeliveryFormat = z.infer<typeof DeliveryFormatSchema>;

export const RecipientSchema = z.strictObject({
  /** `r-` and 12 hexadecimal digits of the hash of the address: stable over lists and issues. */
  id: z.string().regex(/^r-[0-9a-f]{12}$/),
  /** Of this recipient among all that were frozen with it, from 1: what a watermark bears. */
  number: z.int().positive(),
  name: z.string(),
  /** Canonical: domain in lower case and as A-labels (RFC 5891). */
  address: z.string(),
  /** BCP 47; null for the brief's first language. */
  language: z.string().nullable(),
  /** Of the message; null for the brief's own. */
  template: z.string().nullable(),
  /** PDF attached, link to the archive, or the page of the message alone. */
  format: DeliveryFormatSchema,
  /** Each covers itself and what is less restrictive in its own scheme. */
  markings: z.array(z.string()),
  watermark: z.boolean(),
  encryption: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none") }),
    /** The PDF alone, AES-256; the environment variable that holds the password. */
    z.strictObject({ kind: z.literal("password"), passwordEnv: z.string() }),
    /** The whole message (RFC 3156); file of the public key, below the workspace. */
    z.strictObject({ kind: z.literal("openpgp"), keyFile: z.string() }),
  ]),
  /** Names of the lists that hold them. */
  lists: z.array(z.string()),
});
export type Recipient = z.infer<typeof RecipientSchema>;
