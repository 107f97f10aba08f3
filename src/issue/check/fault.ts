/** What one rule of the check sees, and what it answers. */
import type { CheckCode } from "../../model/check-codes.js";
import type { Issue } from "../../model/issue.js";

/** What an issue is checked against. */
export interface Sources {
  /** Cleaned texts as they were stored with the issue, by article id. */
  readonly texts: ReadonlyMap<string, string>;
  /** SHA-256 of the corpus's raw files as they are now, by path; null without a corpus at hand. */
  readonly corpus: ReadonlyMap<string, string> | null;
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
}

export type Rule = (issue: Issue, sources: Sources) => Breach[];

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
