/** The workspace's settings: where things are, and which briefs the desk owes its readers. */
import { z } from "zod";
import { CitationFormSchema, CitationStyleSchema, MarkingSchema } from "./issue.js";
import { HouseSchemesSchema } from "./marking.js";
import {
  FILL_SECONDS,
  PageSchema,
  ParameterNameSchema,
  ParameterValueSchema,
} from "./template-parameters.js";

const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

function isTimeZone(name: string): boolean {
  // To ask for the first zone loads all that is known of them.
  if (name === "UTC") return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** How sentences are chosen, for a theme and for a summary of a cluster. */
export const SummaryMethodSchema = z.enum(["lead", "lexrank", "centroid"]);
export type SummaryMethod = z.infer<typeof SummaryMethodSchema>;

/** Which files ride in the PDF; each level holds what the one before it holds. */
export const AttachmentLevelSchema = z.enum(["none", "records", "passages", "articles"]);
export type AttachmentLevel = z.infer<typeof AttachmentLevelSchema>;

/** What is kept of cited articles; each level holds what the one after it holds. */
export const EvidenceLevelSchema = z.enum(["full", "texts", "passages"]);
export type EvidenceLevel = z.infer<typeof EvidenceLevelSchema>;

export const BriefSettingsSchema = z.strictObject({
  title: z.string().min(1),
  desk: z.string().optional(),
  contact: z.string().optional(),
  cadence: z.literal("weekly").default("weekly"),
  /** ISO week of issue 1, e.g. `2021-W18`; without it issues are numbered on from the last one in the record. */
  firstIssue: z
    .string()
    .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, "write it as an ISO week, e.g. 2021-W18")
    .optional(),
  /** IANA name; the cut-off is a wall-clock time there. */
  timeZone: z.string().refine(isTimeZone, "write an IANA name, e.g. Europe/Berlin").default("UTC"),
  /** The last instant of the period that still counts. */
  cutOff: z
    .strictObject({
      day: z.enum(WEEKDAYS),
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write it as hours and minutes, e.g. 18:00"),
    })
    .default({ day: "sunday", time: "23:59" }),
  /** Lexicon ids in the order of printing; all themes of the lexicon by default. */
  themes: z.array(z.string()).min(1).optional(),
  template: z.string().default("weekly"),
  /** Values for parameters of the template, by name. */
  parameters: z.record(ParameterNameSchema, ParameterValueSchema).optional(),
  /** The paper; that of the template by default. */
  page: PageSchema.optional(),
  languages: z.array(z.string()).min(1).default(["en"]),
  marking: MarkingSchema.default({ label: "TLP:CLEAR" }),
  /** How sources are cited: where the citation stands, and in which style. */
  citations: z
    .strictObject({
      form: CitationFormSchema.default("bracket"),
      style: CitationStyleSchema.default("house"),
    })
    .prefault({}),
  /** How many days before the period earlier articles still serve as background. */
  backgroundDays: z.int().nonnegative().default(730),
  /** Where more earlier articles could serve, those that say most of the themes do. */
  backgroundArticles: z.int().nonnegative().default(300),
  summary: z.strictObject({ method: SummaryMethodSchema.default("centroid") }).prefault({}),
  html: z
    .strictObject({
      /** In the page, beside it in `fonts/`, or the reader's own. */
      fonts: z.enum(["embed", "link", "none"]).default("embed"),
      /** The page carries its issue as data, so that it can be checked where it travels alone. */
      issue: z.boolean().default(true),
    })
    .prefault({}),
  pdf: z
    .strictObject({
      /**
       * `records`: the issue and its coverage; `passages`: the cited words with their articles'
       * metadata too; `articles`: the whole text of cited articles too, where their licence allows it.
       */
      attachments: AttachmentLevelSchema.default("records"),
    })
    .prefault({}),
  /**
   * `full`: the bytes as they came, and the cleaned text; `texts`: the cleaned text; `passages`: the
   * cited words alone, where a licence lets no more be passed on.
   */
  evidence: EvidenceLevelSchema.default("full"),
  /**
   * What counts for a look back (`--as-of`): the day of publication, or also the time at which the
   * record beside a file says that it was fetched.
   */
  asOf: z.enum(["published", "archived"]).default("published"),
  limits: z
    .strictObject({
      /** Most words of one article, or the largest part of its words, that may be quoted; no cap by default. */
      quotation: z
        .strictObject({
          words: z.int().positive().optional(),
          share: z.number().min(0).max(1).optional(),
        })
        .prefault({}),
      /** Most statements per slot. */
      bottomLine: z.int().positive().default(2),
      keyMessages: z.int().positive().default(4),
      happened: z.int().positive().default(3),
      says: z.int().positive().default(4),
      background: z.int().positive().default(3),
      figures: z.int().positive().default(4),
      /** How long the template may take to fill one page. */
      fillSeconds: z.int().positive().max(600).default(FILL_SECONDS),
    })
    .prefault({}),
});
export type BriefSettings = z.infer<typeof BriefSettingsSchema>;

const NamesSchema = z.array(z.string().min(1)).min(1);

/**
 * Names of fields in JSON records and CSV columns, the first that is there wins; dots lead into
 * nested records. Names of the settings come before the usual ones, which stay known.
 */
export const FieldNamesSchema = z.strictObject({
  title: NamesSchema.optional(),
  body: NamesSchema.optional(),
  byline: NamesSchema.optional(),
  outlet: NamesSchema.optional(),
  published: NamesSchema.optional(),
  modified: NamesSchema.optional(),
  url: NamesSchema.optional(),
  language: NamesSchema.optional(),
  standfirst: NamesSchema.optional(),
});
export type FieldNames = z.infer<typeof FieldNamesSchema>;

/** A name of a brief or a feed. */
const IdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, "use lower-case letters, digits and hyphens");

/** A host and its port, or a range of addresses. */
const ALLOWABLE = /^(?:(?:\[[\da-fA-F:.]+\]|[\w.-]+):\d{1,5}|[\da-fA-F:.]+\/\d{1,3})$/;

/** A feed that `brief fetch` pulls. */
export const FeedSettingsSchema = z.strictObject({
  url: z
    .string()
    .refine(
      (url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ""),
      "write it in full: https://example.org/rss",
    ),
  /** Who publishes it, in the house's form; what the feed says of itself by default. */
  outlet: z.string().min(1).optional(),
  /** Who may see what it brings: a label of TLP or of the house; everybody by default. */
  marking: z.string().min(1).optional(),
  /** Also fetch the page of each new item; what the feed itself holds by default. */
  full: z.boolean().default(false),
});
export type FeedSettings = z.infer<typeof FeedSettingsSchema>;

/**
 * A model that may reword statements and translate them, by the chat completions of OpenAI's API; a
 * local one too. Off where it is not set.
 */
export const RewriteSettingsSchema = z.strictObject({
  /** Up to the version: `http://127.0.0.1:11434/v1`. */
  endpoint: z
    .string()
    .refine(
      (url) => /^https?:\/\/[^\s@?#]+$/.test(url) && URL.canParse(url),
      "write it in full and without a password: http://127.0.0.1:11434/v1",
    ),
  model: z.string().min(1).max(200),
  /** Name of the environment variable that holds the key; the key itself is written nowhere. */
  keyEnv: z
    .string()
    .regex(
      /^[A-Za-z_][A-Za-z0-9_]*$/,
      "name an environment variable, and do not write the key here",
    )
    .optional(),
  /** BCP 47 tags of the articles whose statements are sent; all by default. */
  languages: z.array(z.string()).min(1).optional(),
  /** Of one answer. */
  maxTokens: z.int().positive().max(4000).default(400),
  /** Of one call, until the last byte of its answer. */
  timeoutMs: z.int().min(10).max(600_000).default(60_000),
  /** Of one run; answers that are in the cache cost nothing. */
  budget: z
    .strictObject({
      calls: z.int().positive().default(200),
      tokens: z.int().positive().default(200_000),
      seconds: z.int().positive().default(600),
    })
    .prefault({}),
});
export type RewriteSettings = z.infer<typeof RewriteSettingsSchema>;

export const SettingsSchema = z.strictObject({
  /** Folder with `articles/`, `desk/`, `lexicon/` and `record/`, relative to the settings file. */
  corpus: z.string().default("corpus"),
  /** Folder for what is made; it can be deleted at will. */
  out: z.string().default("out"),
  /** Folder with the workspace's own templates. */
  templates: z.string().default("templates"),
  /** Which fields of JSON and CSV exports hold what. */
  fields: FieldNamesSchema.prefault({}),
  /** Feeds by the name that `brief fetch` takes. */
  feeds: z.record(IdSchema, FeedSettingsSchema).default({}),
  network: z
    .strictObject({
      /**
       * What may be asked although it is not of the public internet: `10.1.2.3:8000` or
       * `intranet:8000` exactly, or a range at the ports of the web, `10.1.0.0/16`.
       */
      allow: z
        .array(
          z
            .string()
            .refine(
              (end) => ALLOWABLE.test(end),
              "write a host and port such as 10.1.2.3:8000, or a range such as 10.1.0.0/16",
            ),
        )
        .default([]),
    })
    .prefault({}),
  politeness: z
    .strictObject({
      /** Milliseconds between two requests to one host. */
      delayMs: z.int().nonnegative().max(600_000).default(1000),
    })
    .prefault({}),
  /** Markings of the house besides those of TLP. */
  markings: HouseSchemesSchema.default([]),
  rewrite: RewriteSettingsSchema.optional(),
  preview: z
    .strictObject({
      /** Address that opens a place of a file in the desk's editor. */
      editor: z
        .string()
        .regex(
          /^(?!javascript:|data:|vbscript:)[a-z][a-z\d+.-]*:\S*\{path\}\S*$/,
          "write an address of an editor with {path}, e.g. vscode://file/{path}:{line}:{column}",
        )
        .default("vscode://file/{path}:{line}:{column}"),
    })
    .prefault({}),
  briefs: z
    .record(IdSchema, BriefSettingsSchema)
    .refine((briefs) => Object.keys(briefs).length > 0, "name at least one brief"),
});
export type Settings = z.infer<typeof SettingsSchema>;
