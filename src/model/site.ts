/** What `brief publish` leaves beside its pages, and what it prints with `--json`. */
import { z } from "zod";
import { Sha256Schema } from "./article.js";
import { DiagnosticSchema } from "./diagnostic.js";

/** Whom a site is for: what of it may be seen, and of which briefs. */
export const SiteScopeSchema = z.strictObject({
  markings: z.array(z.string().min(1)).min(1),
  /** Null for all. */
  briefs: z.array(z.string()).nullable(),
});
export type SiteScope = z.infer<typeof SiteScopeSchema>;

/** `.briefwright-site.json`: which files of a folder are the site's. */
export const SiteManifestSchema = z.strictObject({
  schema: z.literal("briefwright/site/1"),
  scope: SiteScopeSchema,
  /** SHA-256 by path below the site; null for one that was about to be written. */
  files: z.record(z.string(), Sha256Schema.nullable()),
});
export type SiteManifest = z.infer<typeof SiteManifestSchema>;

/** `brief publish --json`. */
export const PublishResultSchema = z.strictObject({
  /** Absolute path; null where nothing was made. */
  folder: z.string().nullable(),
  scope: SiteScopeSchema,
  /** Whether nothing was written, as it was only asked what would be. */
  dryRun: z.boolean(),
  /** Of the archive: those that were withdrawn are among them. */
  issues: z.int().nonnegative(),
  /** Approved versions that are not shown, and why; for whoever publishes, and nowhere in the site. */
  withheld: z.array(
    z.strictObject({
      brief: z.string(),
      issue: z.string(),
      version: z.string(),
      why: z.enum(["marking", "embargo"]),
    }),
  ),
  /** Of the site. */
  files: z.int().nonnegative(),
  /** Paths below the folder. */
  written: z.array(z.string()),
  removed: z.array(z.string()),
  unchanged: z.int().nonnegative(),
  diagnostics: z.array(DiagnosticSchema),
});
export type PublishResult = z.infer<typeof PublishResultSchema>;
