/** What became of what was added as lines for a person. */
import process from "node:process";
import { styleText } from "node:util";
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { oneLine } from "./terminal.js";

const COLOURS = { added: "green", known: "cyan", skipped: "gray", failed: "red" } as const;

/** @param place where its bytes are kept, as a person would name it */
export function addedLine(added: Added, place: string | null): string {
  const { status, input } = added;
  const word = styleText(COLOURS[status], status.padEnd(7), { stream: process.stdout });
  return `${word}  ${oneLine(input)}${whatOf(added, oneLine(place ?? ""))}`;
}

function whatOf({ status, articles, diagnostics }: Added, place: string): string {
  switch (status) {
    case "added":
      return ` -> ${place}: ${articlesOf(articles)}`;
    case "known":
      return `: already there as ${place}`;
    case "skipped":
      return `: ${reasonOf(diagnostics[0])}`;
    case "failed":
      // The reasons stand among the diagnostics.
      return "";
  }
}

function reasonOf(diagnostic: Diagnostic | undefined): string {
  const hint = diagnostic?.hint === undefined ? "" : ` (${diagnostic.hint})`;
  return oneLine(`${diagnostic?.message ?? "gave no article"}${hint}`);
}

/** Titles longer than that fill the line. */
const MAX_TITLE = 70;

function articlesOf(articles: Added["articles"]): string {
  const [only] = articles;
  if (only === undefined) return "no article";
  if (articles.length === 1) {
    const cut =
      only.title.length > MAX_TITLE ? `${only.title.slice(0, MAX_TITLE - 1)}…` : only.title;
    return `${oneLine(cut)}, ${only.published ?? UNDATED}`;
  }
  const days = articles.flatMap(({ published }) => published ?? []).sort();
  const undated = articles.length - days.length;
  const [first = "", last = first] = [days[0], days.at(-1)];
  const range = first === last ? first : `${first} to ${last}`;
  return [
    `${articles.length} articles`,
    ...(days.length > 0 ? [range] : []),
    ...(undated > 0 ? [`${undated} ${UNDATED}`] : []),
  ].join(", ");
}

const UNDATED = "[undated]";

export interface AddCounts {
  readonly added: number;
  readonly known: number;
  readonly skipped: number;
  readonly failed: number;
  readonly articles: number;
  readonly undated: number;
}

export function countAdded(all: readonly Added[]): AddCounts {
  const of = (wanted: Added["status"]) => all.filter(({ status }) => status === wanted).length;
  const articles = all.filter(({ status }) => status === "added").flatMap((one) => one.articles);
  return {
    added: of("added"),
    known: of("known"),
    skipped: of("skipped"),
    failed: of("failed"),
    articles: articles.length,
    undated: articles.filter(({ published }) => published === null).length,
  };
}

/** @param verb `added`, or what stands for it */
export function countWords(counts: AddCounts, verb: string): string {
  const { added, known, skipped, failed, articles, undated } = counts;
  const parts = [
    `${verb} ${added} ${added === 1 ? "file" : "files"}`,
    `${articles} ${articles === 1 ? "article" : "articles"}${undated > 0 ? `, ${undated} undated` : ""}`,
    ...(known > 0 ? [`${known} already there`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return parts.join("; ");
}
