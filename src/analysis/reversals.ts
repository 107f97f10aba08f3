/** Reports to where one takes back another: a denial beside what it denies, a change over time. */

import type { Conflict } from "../model/analysis.js";
import { daysBetween } from "../text/dates-calendar.js";
import { fold } from "../text/fold.js";
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
  return reports.passages.flatMap((denial) => {
    const denied = denial.attributions.find(({ cue, entity }) => DENY.test(cue) && entity !== null);
    const entity = denied?.entity ?? null;
    if (entity === null || entity === undefined) return [];
    const against = reports.passages
      .filter((passage) => passage !== denial && !passage.isNegated && sharesTheme(passage, denial))
      .filter((passage) => !passage.speakers.has(entity) && tellsPart(passage, entity, reports));
    if (against.length === 0) return [];
    const cited = [denial, ...against.slice(0, MOST_CITED)];
    const params = { names: [reports.names.get(entity) ?? entity] };
    return conflictOf("denial", cited, params, reports) ?? [];
  });
}

const MOST_CITED = 3;

/** "X's military presence", "X has backed …", "fighters …, along with X-ians". */
function tellsPart(passage: ReportedPassage, entity: string, reports: EventReports): boolean {
  const { text } = passage.passage;
  const uses = (reports.analyses.get(passage.article)?.names ?? []).filter(
    (use) => use.entity === entity && use.start >= passage.start && use.end <= passage.end,
  );
  const isActor = uses.some(({ end, text: name }) => {
    const isOwner = /['’]s?$/.test(name);
    const behind = text.slice(end - passage.start);
    return INVOLVEMENT.test(isOwner ? `'s${behind}` : behind) || INVOLVES.test(behind);
  });
  return isActor || namesPeople(text, reports.names.get(entity));
}

/** A people named after the entity, in the plural, among those in arms: `Russia`, `Russians`. */
function namesPeople(text: string, name: string | undefined): boolean {
  if (name === undefined || !/^\p{L}{4,}$/u.test(name) || !FIGHTERS.test(text)) return false;
  const people = new RegExp(`\\b${fold(name)}(?:i?ans|ns)\\b`);
  return people.test(fold(text));
}

/**
 * "Not asked", and days later "accepted": kind `superseded`, a change and no contradiction. Both
 * passages share two names and a theme; the later one is dated after the denied one.
 */
export function findChanges(reports: EventReports): Conflict[] {
  const found = new Map<string, Conflict>();
  const asking = reports.passages.filter((passage) => requestIn(passage) !== null);
  const denied = asking.filter((passage) => passage.isNegated);
  for (const later of asking.filter((passage) => !passage.isNegated)) {
    const earlier = denied.find((passage) => isOvertaken(passage, later));
    if (earlier === undefined || found.has(passagePlace(earlier))) continue;
    const params = { earlier: earlier.at ?? "", later: later.at ?? "" };
    const conflict = conflictOf("superseded", [earlier, later], params, reports);
    if (conflict !== null) found.set(passagePlace(earlier), conflict);
  }
  return [...found.values()];
}

/** Longer after, a request is another one. */
const LONGEST_CHANGE = 60;

function isOvertaken(earlier: ReportedPassage, later: ReportedPassage): boolean {
  const days = daysBetween(earlier.at, later.at);
  const names = [...earlier.entities].filter((entity) => later.entities.has(entity));
  return days > 0 && days <= LONGEST_CHANGE && names.length >= 2 && sharesTheme(earlier, later);
}

function requestIn({ terms }: ReportedPassage): string | null {
  return [...terms].find((term) => REQUEST.has(term)) ?? null;
}

function passagePlace({ article, start }: ReportedPassage): string {
  return `${article}:${start}`;
}
