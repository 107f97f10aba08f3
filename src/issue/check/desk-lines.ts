/** The desk's lines: each stands in its notes as it is printed, and cites what the notes name; what the desk left out is not printed. */
import { overlaps } from "../../model/analysis.js";
import type { DeskNotes } from "../../model/desk-notes.js";
import {
  DeskNotesSchema,
  type NoteLine,
  type NoteTarget,
  targetOf,
} from "../../model/desk-notes.js";
import type { Citation, DeskText, Issue } from "../../model/issue.js";
import { canonicalJson, statementId } from "../seal.js";
import type { Breach, Sources } from "./fault.js";
import { placesOf, spotAt } from "./places.js";

type Path = readonly (string | number)[];

/** A line of the issue. */
interface PrintedLine extends DeskText {
  readonly citations?: readonly Citation[] | undefined;
  readonly sourceGone?: boolean | undefined;
}

/** Null where they are not at hand as the issue was made with them; empty where it was made without any. */
export function notesOf(issue: Issue, { notes }: Sources): DeskNotes | null {
  const hasNotes = issue.inputs.some(({ name }) =>
    name.endsWith(`desk/${issue.brief.id}/${issue.id}.yaml`),
  );
  return hasNotes ? (notes ?? null) : DeskNotesSchema.parse({});
}

export function checkDeskLines(issue: Issue, sources: Sources): Breach[] {
  const notes = notesOf(issue, sources);
  if (notes === null) return [];
  const { desk, themes } = issue;
  const { bottomLine, keyMessages, watch } = desk;
  const watched = watch.map(({ line }) => line);
  const differing = [
    ...compareLines(bottomLine, notes.bottomLine, ["desk", "bottomLine"], issue),
    ...compareLines(keyMessages, notes.keyMessages, ["desk", "keyMessages"], issue),
    ...compareLines(watched, notes.watch, ["desk", "watch"], issue),
    ...themes.flatMap(({ id, assessment }, index) => {
      const written = notes.themes[id]?.assessment;
      const printed = assessment === null ? [] : [assessment];
      const own = written === undefined ? [] : [written];
      return compareLines(printed, own, ["themes", index, "assessment"], issue);
    }),
  ];
  return differing.map(({ path, message }): Breach => {
    return { code: "desk-text-differs", message, at: spotAt(path, issue) };
  });
}

interface Difference {
  readonly path: Path;
  readonly message: string;
}

/** A look back leaves out lines that lean on what was not there yet; nothing else may be missing. */
function compareLines(
  printed: readonly PrintedLine[],
  written: readonly NoteLine[],
  path: Path,
  issue: Issue,
): Difference[] {
  const isLookBack = issue.asOf !== null;
  const differences: Difference[] = [];
  let next = 0;
  for (const [index, line] of printed.entries()) {
    const own = path.at(-1) === "assessment" ? path : [...path, index];
    const at = isLookBack ? indexFrom(written, next, wordsOf(line)) : next;
    const message = whatDiffers(line, written[at], issue);
    if (message !== null) differences.push({ path: own, message });
    next = at + 1;
  }
  if (!isLookBack && printed.length < written.length) {
    const name = String(path.at(-1));
    differences.push({ path, message: `${name} lacks a line that the desk's notes have` });
  }
  return differences;
}

function whatDiffers(line: PrintedLine, note: NoteLine | undefined, issue: Issue): string | null {
  if (note === undefined || wordsOf(note) !== wordsOf(line)) {
    return "the line is not what the desk's notes say";
  }
  return whatCitesDiffer(line, note, new Map(issue.sources.map((s) => [s.article, s.file])));
}

function indexFrom(written: readonly NoteLine[], from: number, words: string): number {
  const found = written.slice(from).findIndex((note) => wordsOf(note) === words);
  return found < 0 ? written.length : from + found;
}

function wordsOf({ text, by }: DeskText): string {
  return canonicalJson([text, by ?? null]);
}

function whatCitesDiffer(
  { citations = [], sourceGone = false }: PrintedLine,
  { cites }: NoteLine,
  files: ReadonlyMap<string, string>,
): string | null {
  const left = [...cites];
  for (const citation of citations) {
    const at = left.findIndex((cite) => names(cite, citation, files));
    if (at < 0) return `the line cites what its note does not name: ${citation.article}`;
    left.splice(at, 1);
  }
  if (left.length > 0 === sourceGone) return null;
  return sourceGone ? "the line lacks no source" : "the line does not say that a source is gone";
}

function names(cite: NoteTarget, citation: Citation, files: ReadonlyMap<string, string>): boolean {
  const target = targetOf(cite);
  if (target.kind === "statement") return statementId(citation) === target.statement;
  const { article } = citation;
  const isOf = target.article === article || target.article === files.get(article);
  return isOf && target.kind === "passage" && plain(target.words) === plain(citation.quote);
}

/** As notes are compared with articles: white space and the form of quotation marks do not count. */
function plain(words: string): string {
  return words
    .replace(/["“”„«»]/g, '"')
    .replace(/['‘’ʼ]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** A standing paragraph is printed as its file has it. */
export function checkStanding(issue: Issue, { standing }: Sources): Breach[] {
  if (standing === undefined || standing === null) return [];
  const { desk } = issue;
  return desk.standing.flatMap((paragraph, index): Breach[] => {
    const own = standing.find(({ name }) => name === paragraph.name);
    if (own !== undefined && canonicalJson(own) === canonicalJson(paragraph)) return [];
    const message = `the standing paragraph "${paragraph.name}" is not what its file says`;
    const at = spotAt(["desk", "standing", index], issue);
    return [{ code: "desk-text-differs", message, at }];
  });
}

/** Not in its own words, not as support, and not as context. */
export function checkExcluded(issue: Issue): Breach[] {
  const excluded = issue.desk.decisions?.excluded ?? [];
  if (excluded.length === 0) return [];
  return placesOf(issue).citations.flatMap(({ value, spot }): Breach[] => {
    // What changed since a released version, and what an earlier issue told, are told in its words.
    if (/^revision\b|\bsince\b/.test(spot.path ?? "")) return [];
    if (!excluded.some((range) => overlaps(range, value))) return [];
    const message = `words that the desk left out are printed: ${value.article} ${value.start}-${value.end}`;
    return [{ code: "excluded-words-printed", message, at: spot }];
  });
}

/** Every decision has its line in the notes. */
export function checkDecisions(issue: Issue, sources: Sources): Breach[] {
  const notes = notesOf(issue, sources);
  const { excluded = [], moved = [] } = issue.desk.decisions ?? {};
  if (notes === null) return [];
  const reasons = new Set(notes.exclude.map(({ reason }) => reason));
  const themes = new Set([
    ...Object.keys(notes.themes),
    ...notes.pins.flatMap(({ theme }) => theme ?? issue.themes.map(({ id }) => id)),
  ]);
  const breach = (list: string, index: number): Breach => ({
    code: "desk-text-differs",
    message: "the desk's notes hold no such decision",
    at: spotAt(["desk", "decisions", list, index], issue),
  });
  return [
    ...excluded.flatMap(({ reason }, index) =>
      reasons.has(reason) ? [] : breach("excluded", index),
    ),
    ...moved.flatMap(({ theme }, index) => (themes.has(theme) ? [] : breach("moved", index))),
  ];
}
