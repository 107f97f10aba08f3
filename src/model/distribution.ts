/**
 * How finished briefs are cleared, sent and kept: `distribution.yaml` beside the settings. It is no input
 * of an issue: who gets a brief changes nothing in it. Secrets stand in no file: `…Env` names the
 * environment variable that holds one.
 */
import { z } from "zod";
import { FormatSchema } from "./format.js";

/** What stands in its place may be the secret itself: it is never told again. */
const EnvSchema = z
  .string()
  .refine(
    (name) => /^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name),
    "name an environment variable, and do not write the secret here",
  );

/** Name of a list of recipients, a channel or a brief. */
const NameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, "use lower-case letters, digits and hyphens");

/** An address as it stands on an envelope; `recipients` has the rules for those of a list. */
const AddressSchema = z
  .string()
  .max(254)
  .regex(/^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]{1,253}$/u, "write it as desk@example.org");

const HttpSchema = z
  .string()
  .max(2000)
  .refine(
    (url) => /^https?:\/\/[^\s@?#]+$/.test(url) && URL.canParse(url),
    "write it in full, without a password, a query or a fragment: https://briefs.example.org",
  );

/** A line of a header: no control characters. */
const LineSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, "write it in one line, without control characters");

/** Which server takes the messages (RFC 5321), and how it is spoken to. */
export const RelaySettingsSchema = z.strictObject({
  host: z.string().regex(/^[\w.:-]{1,253}$/, "write the name of a host, or its address"),
  port: z.int().min(1).max(65_535).default(587),
  /** `tls` from the first byte (RFC 8314), `starttls` required before anything else (RFC 3207), or `none`. */
  security: z.enum(["tls", "starttls", "none"]).default("starttls"),
  /** File with certificates to trust besides those of the system, PEM. */
  caFile: z.string().optional(),
  userEnv: EnvSchema.optional(),
  passwordEnv: EnvSchema.optional(),
  /** At once. */
  connections: z.int().min(1).max(50).default(4),
  /** Messages; no limit by default. */
  perMinute: z.int().positive().optional(),
  /** Of one hand-over, from the first command to the last answer. */
  timeoutMs: z.int().min(100).max(600_000).default(60_000),
});
export type RelaySettings = z.infer<typeof RelaySettingsSchema>;

export const DkimSettingsSchema = z.strictObject({
  domain: z.string().regex(/^[\w.-]{1,253}$/),
  selector: z.string().regex(/^[\w.-]{1,63}$/),
  /** PEM, RSA or Ed25519; relative to the settings file. */
  keyFile: z.string().min(1),
});
export type DkimSettings = z.infer<typeof DkimSettingsSchema>;

export const MailSettingsSchema = z.strictObject({
  relay: RelaySettingsSchema,
  from: z.strictObject({ name: LineSchema.optional(), address: AddressSchema }),
  replyTo: AddressSchema.optional(),
  /** Where bounces go; the address of `from` by default. */
  bounces: AddressSchema.optional(),
  /** Whether each recipient has a bounce address of its own. */
  verp: z.boolean().default(false),
  dkim: DkimSettingsSchema.optional(),
  /** Without it messages name no way to unsubscribe but the reply. */
  unsubscribe: z
    .strictObject({
      /** Address that `brief serve` answers behind, e.g. `https://briefs.example.org/unsubscribe`. */
      url: HttpSchema,
      /** What signs the tokens in it. */
      secretEnv: EnvSchema,
    })
    .optional(),
  /** Of a whole message as it travels; a PDF that makes it larger goes as a link. */
  maxBytes: z.int().min(100_000).default(10_240_000),
  /** Attempts at one recipient whom the server puts off, those of later runs included. */
  attempts: z.int().min(1).max(20).default(5),
  /** Milliseconds before the second attempt; twice as long before each further one. */
  retryMs: z.int().min(10).max(3_600_000).default(60_000),
  /** Permanent bounces after which a recipient gets no more. */
  bouncesAllowed: z.int().nonnegative().max(100).default(0),
});
export type MailSettings = z.infer<typeof MailSettingsSchema>;

/** The archive on the web. */
export const SiteSettingsSchema = z.strictObject({
  title: LineSchema.optional(),
  /** Where it can be read: links in what is sent lead below it, and must stay. */
  baseUrl: HttpSchema.optional(),
  /** BCP 47, of the pages that are of no brief; that of the first brief by default. */
  language: z.string().min(2).max(35).optional(),
  /**
   * What it shows of cited articles: the `passages` that are quoted, or all that is `kept` beside the
   * issue, where their publishers allow it.
   */
  evidence: z.enum(["passages", "kept"]).default("passages"),
});
export type SiteSettings = z.infer<typeof SiteSettingsSchema>;

/** A room or a program that is told of a brief. */
export const ChannelSettingsSchema = z.strictObject({
  kind: z.enum(["slack", "teams", "webhook"]),
  urlEnv: EnvSchema,
  /** Signs what goes to a webhook. */
  secretEnv: EnvSchema.optional(),
  /** What those who read there may see; the public by default. */
  markings: z.array(z.string().min(1)).min(1).default(["TLP:CLEAR"]),
});
export type ChannelSettings = z.infer<typeof ChannelSettingsSchema>;

export const BriefDistributionSchema = z.strictObject({
  release: z
    .strictObject({
      /** Whether who approves must be another than who reviewed. */
      fourEyes: z.boolean().default(true),
      /** Who may; everybody by default. */
      reviewers: z.array(z.string().min(1)).min(1).optional(),
      approvers: z.array(z.string().min(1)).min(1).optional(),
      /** Clean copies that are made at approval. */
      formats: z.array(FormatSchema.exclude(["json"])).default(["html", "pdf", "mail", "txt"]),
    })
    .prefault({}),
  /** Lists of `corpus/recipients/`, frozen at approval. */
  lists: z.array(NameSchema).default([]),
  channels: z.array(NameSchema).default([]),
  /** Of the PDF, without its ending; `{brief}`, `{issue}`, `{version}`, `{marking}`, `{language}` are filled in. */
  fileName: z.string().min(1).max(120).default("{brief}-{issue}-v{version}"),
  /** What `brief run` does of itself. */
  run: z
    .strictObject({
      fetch: z.boolean().default(true),
      /** Weeks that are made up for after a pause, the latest among them. */
      catchUp: z.int().min(1).max(52).default(4),
      /** List that gets the draft for review; nobody by default. */
      reviewList: NameSchema.optional(),
    })
    .prefault({}),
});
export type BriefDistribution = z.infer<typeof BriefDistributionSchema>;

export const DistributionSchema = z.strictObject({
  site: SiteSettingsSchema.prefault({}),
  mail: MailSettingsSchema.optional(),
  channels: z.record(NameSchema, ChannelSettingsSchema).default({}),
  /** By the ids of the settings; each part has its defaults. */
  briefs: z.record(NameSchema, BriefDistributionSchema).default({}),
});
export type Distribution = z.infer<typeof DistributionSchema>;

/** @param brief an id of the settings */
export function distributionOf({ briefs }: Distribution, brief: string): BriefDistribution {
  const own = Object.hasOwn(briefs, brief) ? briefs[brief] : undefined;
  return own ?? BriefDistributionSchema.parse({});
}
