/** Reports to where one takes back another: a denial beside what it denies, a change over time. */

import type { Conflict } from "../../model/analysis.js";
import { daysBetween } from "../../text/dates-calendar.js";
import { fold } from "../../text/fold.js";
import { hashTerm } from "../events/hash-term.js";
import { spansIn } from "../spans.js";
import { DENY, FIGHTERS, INVOLVEMENT, INVOLVES, REQUEST } from "./conflict-words.js";
import {
  conflictOf,
  type EventReports,
  type ReportedPassage,
  sharesTheme,
} from "./reports-of-events.js";

/**
 * "X denied …" beside passages on the same theme that tell of X's part in it: kind `denial`. What X
 * says itself, and what is negated, is no such passage.
 */
export function findDenials(reports: EventReports): Conflict[] {
  const isTold = partsTold(reports);
  return reports.passages.flatMap((denial) => {
    const denied = denial.attributions.find(({ cue, entity }) => DENY.test(cue) && entity !== null);
    const entity = denied?.entity ?? null;
    if (entity === null || entity === undefined) return [];
    const against: ReportedPassage[] = [];
    for (const passage of isTold(entity)) {
      if (passage === denial || !sharesTheme(passage, denial)) continue;
      against.push(passage);
      if (against.length === MOST_CITED) break;
    }
    if (against.length === 0) return [];
    const cited = [denial, ...against];
    const params = { names: [reports.names.get(entity) ?? entity] };
    return conflictOf("denial", cited, params, reports) ?? [];
  });
}

const MOST_CITED = 3;

/** By entity, the passages that tell of its part in something; each entity is looked for once. */
function partsTold(reports: EventReports): (entity: string) => readonly ReportedPassage[] {
  const telling = reports.passages.filter(
    ({ isNegated, passage }) => !isNegated && passage.themes.length > 0,
  );
  const naming = indexEntities(telling);
  const armed = telling.filter(({ passage }) => FIGHTERS.test(passage.text));
  const order = new Map(telling.map((passage, index) => [passage, index]));
  const told = (entity: string) => {
    const actors = (naming.get(entity) ?? []).filter((one) => isActor(one, entity, reports));
    const people = peopleOf(reports.names.get(entity));
    const named = people === null ? [] : armed.filter((one) => people.test(fold(one.passage.text)));
    return [...new Set([...actors, ...named])]
      .filter(({ speakers }) => !speakers.has(entity))
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  };
  const known = new Map<string, readonly ReportedPassage[]>();
  return (entity) => {
    const found = known.get(entity) ?? told(entity);
    known.set(entity, found);
    return found;
  };
}

/** "X's military presence", "X has backed …". */
function isActor(passage: ReportedPassage, entity: string, { analyses }: EventReports): boolean {
  const { text } = passage.passage;
  const uses = spansIn(analyses.get(passage.article)?.names ?? [], passage).filter(
    (use) => use.entity === entity && use.start >= passage.start && use.end <= passage.end,
  );
  return uses.some(({ end, text: name }) => {
    const isOwner = /['’]s?$/.test(name);
    const behind = text.slice(end - passage.start);
    return INVOLVEMENT.test(isOwner ? `'s${behind}` : behind) || INVOLVES.test(behind);
  });
}

/** A people named after the entity, in the plural, as it is told among those in arms: `Russians`. */
function peopleOf(name: string | undefined): RegExp | null {
  if (name === undefined || !/^\p{L}{4,}$/u.test(name)) return null;
  return new RegExp(`\\b${fold(name)}(?:i?ans|ns)\\b`);
}

function indexEntities(
  passages: readonly ReportedPassage[],
): ReadonlyMap<string, readonly ReportedPassage[]> {
  const index = new Map<string, ReportedPassage[]>();
  for (const passage of passages) {
    for (const entity of passage.entities) {
      const known = index.get(entity);
      if (known === undefined) index.set(entity, [passage]);
      else known.push(passage);
    }
  }
  return index;
}

/**
 * "Not asked", and days later "accepted": kind `superseded`, a change and no contradiction. Both
 * passages share two names and a theme; the later one is dated after the denied one.
 */
export function findChanges(reports: EventReports): Conflict[] {
  const found = new Map<string, Conflict>();
  const asking = reports.passages.filter(
    (passage) => passage.passage.themes.length > 0 && passage.holds(REQUESTS),
  );
  const denied = indexEntities(asking.filter((passage) => passage.isNegated));
  for (const later of asking.filter((passage) => !passage.isNegated)) {
    const earlier = earliestOvertaken(denied, later);
    if (earlier === undefined || found.has(passagePlace(earlier))) continue;
    const params = { earlier: earlier.at ?? "", later: later.at ?? "" };
    const conflict = conflictOf("superseded", [earlier, later], params, reports);
    if (conflict !== null) found.set(passagePlace(earlier), conflict);
  }
  return [...found.values()];
}

/** Longer after, a request is another one. */
const LONGEST_CHANGE = 60;

/** A name that more denials hold than this is followed back through the latest of them. */
const LONGEST_POSTING = 500;

function earliestOvertaken(
  denied: ReadonlyMap<string, readonly ReportedPassage[]>,
  later: ReportedPassage,
): ReportedPassage | undefined {
  // Two names are shared, so that one of all but the last is.
  const names = [...later.entities].slice(0, -1);
  const overtaken = names.flatMap((name) =>
    lastBefore(denied.get(name) ?? [], later).filter((passage) => isOvertaken(passage, later)),
  );
  return overtaken.sort(byPlace)[0];
}

function lastBefore(
  passages: readonly ReportedPassage[],
  later: ReportedPassage,
): readonly ReportedPassage[] {
  if (passages.length <= LONGEST_POSTING) return passages;
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (passage !== undefined && byPlace(passage, later) < 0) low = middle + 1;
    else high = middle;
  }
  return passages.slice(Math.max(0, low - LONGEST_POSTING), low);
}

/** The order in which the reports stand. */
function byPlace(first: ReportedPassage, second: ReportedPassage): number {
  const [day, other] = [first.day ?? "9999", second.day ?? "9999"];
  if (day !== other) return day < other ? -1 : 1;
  if (first.article !== second.article) return first.article < second.article ? -1 : 1;
  return first.start - second.start;
}

function isOvertaken(earlier: ReportedPassage, later: ReportedPassage): boolean {
  const names = [...earlier.entities].filter((entity) => later.entities.has(entity));
  if (names.length < 2 || !sharesTheme(earlier, later)) return false;
  const days = daysBetween(earlier.at, later.at);
  return days > 0 && days <= LONGEST_CHANGE;
}

const REQUESTS: ReadonlySet<number> = new Set([...REQUEST].map(hashTerm));

function passagePlace({ article, start }: ReportedPassage): string {
  return `${article}:${start}`;
}
