/** What every page of the archive is made from. */
import type { ArchivedBrief } from "./archive.js";
import type { Words } from "./words.js";

export interface Site {
  readonly title: string;
  /** BCP 47, of the pages that are of no brief. */
  readonly language: string;
  /** Without a slash at its end; null where the archive has no address. */
  readonly baseUrl: string | null;
  /** The most restrictive labels that may be seen in it, as the pages that are of no issue print them. */
  readonly markings: readonly string[];
  /** Whether anybody may read it: search engines are let in then. */
  readonly isPublic: boolean;
  readonly briefs: readonly ArchivedBrief[];
  readonly wordsOf: (language: string) => Words;
}
