/** What one rule of the check sees, and what it answers. */
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Issue } from "../../model/issue.js";

/** What an issue is checked against. */
export interface Sources {
  /** Cleaned texts as they were stored with the issue, by article id. */
  readonly texts: ReadonlyMap<string, string>;
  /** SHA-256 of the corpus's raw files as they are now, by path; null without a corpus at hand. */
  readonly corpus: ReadonlyMap<string, string> | null;
}

export type Fault = Pick<Diagnostic, "code" | "message" | "hint">;
export type Rule = (issue: Issue, sources: Sources) => Fault[];

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
