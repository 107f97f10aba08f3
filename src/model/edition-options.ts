/** What a finished issue does not say of itself and its prints do: how far it is cleared, and where it can be read. */
import { z } from "zod";
import { type Issue, IssueSchema } from "./issue.js";

/** A page is a function of the issue, the template and these. */
export interface EditionOptions {
  readonly state: Issue["release"]["state"];
  /** Who approved it; null before that. */
  readonly approvedBy: string | null;
  /** Address of this version in the archive; null where the archive has none. */
  readonly permalink: string | null;
}

/** What an issue says of itself: nobody cleared it yet, and it stands nowhere. */
export function editionOf({ release }: Pick<Issue, "release">): EditionOptions {
  return { ...release, permalink: null };
}

/** Of whatever is not cleared yet. */
export const DRAFT: EditionOptions = { state: "draft", approvedBy: null, permalink: null };

/** What a print says of itself for whoever checks it; only a release log can confirm it. */
export const CarriedEditionSchema = z.strictObject({
  schema: z.literal("briefwright/edition/1"),
  /** Of the issue that was printed. */
  seal: IssueSchema.shape.seal,
  state: IssueSchema.shape.release.shape.state,
  approvedBy: z.string().nullable(),
  permalink: z.string().nullable(),
});
export type CarriedEdition = z.infer<typeof CarriedEditionSchema>;
