/** A note whose target is gone in, what is said of it out: to the desk with its line, and in the issue. */
import type { LostNote } from "../model/desk-decisions.js";
import type { Target } from "../model/desk-notes.js";
import type { Diagnostic, Place } from "../model/diagnostic.js";
import type { Path } from "./named-targets.js";

export interface GoneNote {
  readonly path: Path;
  /** What it names, as it is written. */
  readonly names: string;
  /** What is not there, in words: `a statement that is not there`. */
  readonly what: string;
  readonly hint: string;
}

export type PlaceOf = (path: Path) => Place;

/** The brief is made without it: nobody may stop a brief by withdrawing an article. */
export function reportGone({ path, names, what, hint }: GoneNote, placeOf: PlaceOf): Diagnostic {
  return {
    code: "notes-about-nothing",
    severity: "warning",
    message: `the notes name ${what}: "${names}"`,
    place: placeOf(path),
    hint,
  };
}

/** Words that stand in several places of their article: the note holds, for the first of them. */
export function reportTwice(path: Path, target: Target, placeOf: PlaceOf): Diagnostic {
  return {
    code: "notes-words-twice",
    severity: "warning",
    message: `words that stand more than once in their article: "${nameOf(target)}"`,
    place: placeOf(path),
    hint: "the first place is taken; write more of the words around those that you mean",
  };
}

export function lostNote({ path, names }: GoneNote, placeOf: PlaceOf): LostNote {
  return { note: pathText(path), line: placeOf(path).line ?? null, names };
}

function pathText(path: Path): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  return steps.join("").replace(/^\./, "");
}

/** A target in one line. */
export function nameOf(target: Target): string {
  switch (target.kind) {
    case "article":
      return target.article;
    case "passage":
      return `${target.article}: ${clip(target.words)}`;
    case "statement":
      return target.statement;
  }
}

/** As much of the words as a message can carry. */
export function clip(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79).replace(/[\ud800-\udbff]$/, "")}…` : line;
}
