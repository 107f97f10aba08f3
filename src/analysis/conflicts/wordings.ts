/** Reports of one event to where their words part: quoted words, lists of names, grounds of a call. */

import type { Conflict } from "../../model/analysis.js";
import { daysBetween } from "../../text/dates-calendar.js";
import { stem } from "../../text/stems.js";
import { splitWords } from "../../text/words.js";
import { isSameTime } from "../events/stories.js";
import { spansIn } from "../spans.js";
import { BASIS, INSTRUMENT, LIST_LINK, REACTIONS } from "./conflict-words.js";
import {
  conflictOf,
  type EventReports,
  type ReportedPassage,
  sharedWords,
  sharesTheme,
} from "./reports-of-events.js";

/**
 * The same speaker, the same time, the same noun quoted with another adjective: kind
 * `different-wording`. Translations of one word must not be merged into one quotation.
 */
export function findWordings(reports: EventReports): Conflict[] {
  return comparePairs(
    reports,
    ({ speakers }) => speakers,
    (first, second) => {
      const isOneTime = first.dates.some((date) =>
        second.dates.some((other) => isSameTime(date, other)),
      );
      if (!isOneTime) return null;
      const quoted = quotedTerms(first).flatMap((one) =>
        quotedTerms(second)
          .filter((other) => one.noun === other.noun && one.words !== other.words)
          .map((other) => [one.words, other.words]),
      )[0];
      if (quoted === undefined) return null;
      return conflictOf("different-wording", [first, second], { names: quoted }, reports);
    },
  );
}

/** Short quotations of two to four words, folded, with the stem of their noun. */
function quotedTerms({
  passage,
}: ReportedPassage): { readonly words: string; readonly noun: string }[] {
  return Array.from(passage.text.matchAll(/["“«]([^"“”«»]{3,40})["”»]/g)).flatMap(
    ([, quoted = ""]) => {
      const words = splitWords(quoted).map(({ folded }) => folded);
      const last = words.at(-1);
      if (last === undefined || words.length < 2 || words.length > 4) return [];
      return [{ words: words.join(" "), noun: stem(last, "en") }];
    },
  );
}

/** Reactions to one event with lists that share a name and differ in another: kind `different-lists`. */
export function findLists(reports: EventReports): Conflict[] {
  const lists = new Map(
    reports.passages.map((passage) => [passage, reactingNames(passage, reports)]),
  );
  const namesOf = (passage: ReportedPassage) => new Set(lists.get(passage));
  return comparePairs(reports, namesOf, (first, second) => {
    const isOneEvent = reports.stories
      .supportsOf(first)
      .some(({ article, start }) => article === second.article && start === second.start);
    const ours = lists.get(first) ?? [];
    const theirs = lists.get(second) ?? [];
    const isSame = ours.length === theirs.length && ours.every((name) => theirs.includes(name));
    if (!isOneEvent || isSame) return null;
    const names = [...new Set([...ours, ...theirs])].map((id) => reports.names.get(id) ?? id);
    return conflictOf("different-lists", [first, second], { names }, reports);
  });
}

/** Entities of the list that follows a reaction. */
function reactingNames(passage: ReportedPassage, { analyses }: EventReports): string[] {
  const uses = spansIn(analyses.get(passage.article)?.names ?? [], passage).filter(
    ({ start, end }) => start >= passage.start && end <= passage.end,
  );
  const before = (start: number) => passage.passage.text.slice(0, start - passage.start);
  const first = uses.findIndex(({ start }) =>
    REACTIONS.some((reaction) => reaction.test(before(start).replace(/\bthe $/i, ""))),
  );
  if (first < 0) return [];
  const names: string[] = [];
  for (const [index, use] of uses.entries()) {
    if (index < first) continue;
    const last = uses[index - 1];
    const between = last === undefined ? "" : before(use.start).slice(last.end - passage.start);
    if (index > first && !LIST_LINK.test(between)) break;
    names.push(use.entity);
  }
  const last = uses[first + names.length - 1];
  const behind = last === undefined ? "" : passage.passage.text.slice(last.end - passage.start);
  // A list that goes on with a name outside the lexicon cannot be compared.
  return UNKNOWN_NEXT.test(behind) ? [] : names;
}

const UNKNOWN_NEXT = /^(?:,|,?\s(?:and|or|as well as))\s(?:the\s)?\p{Lu}/u;

/**
 * One call in two reports of a week, resting on different papers: kind `different-basis`. Both
 * passages name the same person and speak of the same demand.
 */
export function findBases(reports: EventReports): Conflict[] {
  const found = new Map<string, Conflict>();
  const bases = new Map(reports.passages.map((passage) => [passage, basisOf(passage)]));
  const keysOf = (passage: ReportedPassage) =>
    bases.get(passage) == null ? new Set<string>() : passage.entities;
  for (const [first, second] of pairs(reports, keysOf)) {
    const [ours, theirs] = [bases.get(first), bases.get(second)];
    if (ours == null || theirs == null) continue;
    const isOneCall =
      Math.abs(daysBetween(first.day, second.day)) <= 7 &&
      sharesTheme(first, second) &&
      sharedWords(first.terms, second.terms).length >= 3 &&
      namesOnePerson(first, second);
    const isOneBasis = [...ours.papers].some((paper) => theirs.papers.has(paper));
    const key = `${first.article} ${second.article}`;
    if (!isOneCall || isOneBasis || found.has(key)) continue;
    const params = { names: [ours.words, theirs.words] };
    const conflict = conflictOf("different-basis", [first, second], params, reports);
    if (conflict !== null) found.set(key, conflict);
  }
  return [...found.values()];
}

/** The one who calls speaks in one of the passages and is named or speaks in the other. */
function namesOnePerson(first: ReportedPassage, second: ReportedPassage): boolean {
  const calls = (one: ReportedPassage, other: ReportedPassage) =>
    [...one.speakers].some((speaker) => other.entities.has(speaker));
  return calls(first, second) || calls(second, first);
}

function basisOf({ passage }: ReportedPassage): {
  readonly words: string;
  readonly papers: ReadonlySet<string>;
} | null {
  const words = BASIS.exec(passage.text)?.[1]?.trim();
  if (words === undefined) return null;
  const papers = Array.from(words.matchAll(INSTRUMENT), ([paper]) =>
    stem(paper.toLowerCase(), "en"),
  );
  return papers.length === 0 ? null : { words, papers: new Set(papers) };
}

function comparePairs(
  reports: EventReports,
  keysOf: (passage: ReportedPassage) => ReadonlySet<string>,
  compare: (first: ReportedPassage, second: ReportedPassage) => Conflict | null,
): Conflict[] {
  const found: Conflict[] = [];
  for (const [first, second] of pairs(reports, keysOf)) {
    const conflict = compare(first, second);
    if (conflict !== null) found.push(conflict);
  }
  return found;
}

/** Pairs of passages of different articles that share a key, each once, the earlier first. */
function* pairs(
  { passages }: EventReports,
  keysOf: (passage: ReportedPassage) => ReadonlySet<string>,
): Generator<readonly [ReportedPassage, ReportedPassage]> {
  const byKey = new Map<string, number[]>();
  for (const [index, passage] of passages.entries()) {
    const before = new Set<number>();
    for (const key of keysOf(passage)) {
      const others = byKey.get(key) ?? [];
      byKey.set(key, others);
      for (const other of others.slice(-LONGEST_POSTING)) before.add(other);
      others.push(index);
    }
    for (const other of [...before].sort((a, b) => a - b)) {
      const earlier = passages[other];
      if (earlier !== undefined && earlier.article !== passage.article) yield [earlier, passage];
    }
  }
}

/** A name in more passages than this is compared with the latest of them. */
const LONGEST_POSTING = 200;
