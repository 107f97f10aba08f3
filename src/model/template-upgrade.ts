/** What changed in the parent of a template since the template was made from it. */
import { z } from "zod";

export const TemplateChangeSchema = z.strictObject({
  /** A file of the parent or of what it extends: `weekly/partials/watch.hbs`. */
  file: z.string(),
  kind: z.enum(["changed", "added", "removed"]),
  /**
   * `arrives`: nothing is to do. `applies`: the template has a file of its own in its place, into
   * which the change can be taken over; `applied`: it was. `conflicts`: it has to be done by hand.
   */
  standing: z.enum(["arrives", "applies", "applied", "conflicts"]),
  /** Unified diff. */
  diff: z.string(),
});
export type TemplateChange = z.infer<typeof TemplateChangeSchema>;

/** What `brief template upgrade --json` prints. */
export const TemplateUpgradeSchema = z.strictObject({
  template: z.string(),
  /** The template that it was made from. */
  from: z.string(),
  /** Version of the program then; empty where that is not known. */
  madeWith: z.string(),
  /** Version of the program now. */
  program: z.string(),
  changes: z.array(TemplateChangeSchema),
});
export type TemplateUpgrade = z.infer<typeof TemplateUpgradeSchema>;
