/** What every page of the archive is made from. */
import type { ArchivedBrief } from "./archive.js";
import type { Words } from "./words.js";

export interface Site {
  readonly title: string;
  /** BCP 47, of the pages that are of no brief. */
  readonly language: string;
  /** Without a slash at its end; null where the archive has no address. */
  readonly baseUrl: string | null;
  /** The most restrictive label that may be seen in it, as its pages print it. */
  readonly marking: string;
  /** Whether anybody may read it: search engines are let in then. */
  readonly isPublic: boolean;
  readonly briefs: readonly ArchivedBrief[];
  readonly wordsOf: (language: string) => Words;
}
