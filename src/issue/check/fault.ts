/** What one rule of the check sees, and what it answers. */

import type { Relations } from "../../analysis/index.js";
import type { ArticleAnalysis } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { CheckCode } from "../../model/check-codes.js";
import type { StandingParagraph } from "../../model/desk-line.js";
import type { DeskNotes } from "../../model/desk-notes.js";
import type { Severity } from "../../model/diagnostic.js";
import type { Issue } from "../../model/issue.js";
import type { Lexicon } from "../../model/lexicon.js";
import type { BriefSettings } from "../../model/settings.js";

/** What an issue is checked against. */
export interface Sources {
  /** Cleaned texts as they were stored with the issue, by article id. */
  readonly texts: ReadonlyMap<string, string>;
  /** SHA-256 of the corpus's raw files as they are now, by path; null without a corpus at hand. */
  readonly corpus: ReadonlyMap<string, string> | null;
  /** The lexicon that the issue was made with; null or left out where it is not at hand. */
  readonly lexicon?: Lexicon | null;
  /** Settings of the brief, and the desk's notes, as the issue was made with them. */
  readonly brief?: BriefSettings | null;
  readonly notes?: DeskNotes | null;
  /** The standing paragraphs of the notes, from their files as the issue was made with them. */
  readonly standing?: readonly StandingParagraph[] | null;
  /** The released issue whose place this one takes; null or left out where it is not at hand. */
  readonly superseded?: Issue | null;
  /** Version of this program; left out where it is the one that made the issue. */
  readonly program?: string;
  /** Articles that the issue could see and does not cite, as far as they are at hand. */
  readonly others?: readonly Article[];
  /** What was found while the issue was made: of a fresh issue it need not be found again. */
  readonly made?: {
    readonly articles: readonly Article[];
    readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
    readonly relations: Relations;
  };
  /** What reading the bytes of its articles again gives; left out where no bytes are at hand. */
  readonly readings?: {
    /** By file. */
    readonly articles: ReadonlyMap<string, Article>;
    /** Whether days that no article states were worked out from all that the issue saw. */
    readonly areDated: boolean;
  };
  /** The released issue that it is compared with; null or left out where it is not at hand. */
  readonly previous?: Issue | null;
}

/** A place in the issue, and the words of an article that it speaks of. */
export interface Spot {
  /** Where a reader finds it, e.g. `ceasefire: who says what 2`. */
  readonly slot?: string;
  readonly id?: string;
  /** Where the data have it, e.g. `themes[1].says[1].speaker`. */
  readonly path?: string;
  readonly article?: {
    readonly id: string;
    readonly start?: number;
    readonly end?: number;
  };
}

/** A fault before it is told in which file it stands. */
export interface Breach {
  readonly code: CheckCode;
  readonly message: string;
  readonly at: Spot;
  /** Better than that of the code's rule, where more is known. */
  readonly hint?: string;
  /** That of the code's rule by default. */
  readonly severity?: Severity;
}

export type Rule = (issue: Issue, sources: Sources) => Breach[];

/** Told as warnings: something else than a fault may make the difference. */
export function doubted(breaches: readonly Breach[], why: string): Breach[] {
  const hint = `${why}, so this may be no fault`;
  return breaches.map((breach) => ({ ...breach, severity: "warning", hint }));
}

/** As much of a quotation as a message can carry. */
export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Two texts where they first part, each with a few letters before and behind. */
export function whereTheyPart(a: string, b: string): [string, string] {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return [around(a, at), around(b, at)];
}

function around(text: string, at: number): string {
  const start = Math.max(0, at - 25);
  const end = Math.min(text.length, at + 30);
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
