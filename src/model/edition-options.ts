/** What a finished issue does not say of itself and its prints do: how far it is cleared, and where it can be read. */
import type { Issue } from "./issue.js";

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
