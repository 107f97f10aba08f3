/** Dated passages to groups that tell one event each. */
import { formatDay, parseDay } from "../text/dates-calendar.js";
import type { EventDate, EventPassage } from "./events.js";
import { isSameTime, passageKey, type Stories } from "./stories.js";

/** One date of one passage. */
export interface DatedPassage {
  readonly event: EventPassage;
  readonly date: EventDate;
  readonly language: string;
}

/**
 * Each passage joins the first group in which one tells the same event; only groups of its days that
 * share a word or name with it are looked at, the rarest words first.
 * @returns groups with their finest dates first
 */
export function groupEvents(dated: readonly DatedPassage[], stories: Stories): DatedPassage[][] {
  const groups: DatedPassage[][] = [];
  const postings = new Map<string, number[]>();
  for (const item of inOrder(dated)) {
    const keys = keysOf(item, stories);
    const found = candidates(keys, postings).find((index) =>
      groups[index]?.slice(0, COMPARED).some((other) => isOne(item, other, stories)),
    );
    const index = found ?? groups.length;
    if (found === undefined) groups.push([item]);
    else groups[found]?.push(item);
    for (const key of keys) post(key, index, postings);
    post(ownKey(item), index, postings);
  }
  return groups;
}

/** Members of a group that a passage is compared with. */
const COMPARED = 24;
/** Groups that a passage is compared with. */
const MOST_CANDIDATES = 48;

function candidates(
  keys: readonly string[],
  postings: ReadonlyMap<string, readonly number[]>,
): number[] {
  const lists = keys
    .flatMap((key) => {
      const list = postings.get(key);
      return list === undefined ? [] : [list];
    })
    .sort((first, second) => first.length - second.length);
  const found = new Set<number>();
  for (const list of lists) {
    for (const index of list) {
      if (found.size >= MOST_CANDIDATES) break;
      found.add(index);
    }
  }
  return [...found].sort((first, second) => first - second);
}

function post(key: string, index: number, postings: Map<string, number[]>): void {
  const list = postings.get(key);
  if (list === undefined) postings.set(key, [index]);
  else if (list.length < MOST_CANDIDATES && list.at(-1) !== index) list.push(index);
}

/** Days with each word and name of the clause; the passage itself and those that support it. */
function keysOf(item: DatedPassage, stories: Stories): string[] {
  const { clause, actors } = item.date;
  const words = [...clause, ...[...actors].map((actor) => `@${actor}`)];
  const supports = stories.supports.get(passageKey(item.event)) ?? [];
  return [
    ownKey(item),
    ...supports,
    ...timeKeys(item).flatMap((time) => words.map((word) => `${time} ${word}`)),
  ];
}

function ownKey({ event }: DatedPassage): string {
  return passageKey(event);
}

const PRECISIONS = ["day", "week", "month", "year"] as const;

/** Smaller for what is finer: a day before some days, these before a week. */
export function finenessOf({ date: { mention } }: DatedPassage): number {
  return 2 * PRECISIONS.indexOf(mention.precision) + (mention.from === mention.to ? 0 : 1);
}

/** The precise first, so that "last week" joins the day that another report names. */
function inOrder(dated: readonly DatedPassage[]): DatedPassage[] {
  return dated
    .map((item) => ({ item, fineness: finenessOf(item), place: placeOf(item) }))
    .sort((a, b) => a.fineness - b.fineness || compare(a.place, b.place))
    .map(({ item }) => item);
}

export function placeOf({ event, date }: DatedPassage): string {
  const place = String(date.mention.start).padStart(9, "0");
  return `${event.day ?? "9999"} ${event.article} ${place}`;
}

export function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

const MOST_DAYS = 31;

/** The days of a day or week, or the whole range: what two mentions of one event share. */
function timeKeys({ date: { mention } }: DatedPassage): string[] {
  const { from, to, precision } = mention;
  if (precision !== "day" && precision !== "week") return [`${from}/${to}`];
  const keys: string[] = [];
  const [first, last] = [parseDay(from) ?? 0, parseDay(to) ?? 0];
  for (let day = first; day <= last && keys.length < MOST_DAYS; day += 1) keys.push(formatDay(day));
  return keys;
}

/** The same date of one passage, support by another, or clauses that share who and what. */
function isOne(first: DatedPassage, second: DatedPassage, stories: Stories): boolean {
  if (!isSameTime(first.date, second.date)) return false;
  if (first.event === second.event) {
    return first.date.mention.from === second.date.mention.from;
  }
  const supports = stories.supports.get(passageKey(first.event)) ?? [];
  if (supports.includes(passageKey(second.event))) return true;
  return first.language === second.language
    ? sharesClause(first.date, second.date)
    : sharesNames(first.date, second.date);
}

/** Names of entities, and other words with a capital, under `=`. */
const isName = (term: string) => term.startsWith("=");
const isNumber = (term: string) => /^\d+$/.test(term);

function sharesClause(first: EventDate, second: EventDate): boolean {
  let [words, names] = [0, 0];
  for (const term of first.clause) {
    if (!second.clause.has(term) || isNumber(term)) continue;
    if (isName(term)) names += 1;
    else words += 1;
  }
  const actors = countShared(first.actors, second.actors);
  if (words === 0) return false;
  if (actors > 0) return words > 1 || !areApart(first.actors, second.actors);
  if (names > 0) return words > 1;
  return words > 1 && !(hasNames(first) && hasNames(second));
}

/** Each names somebody whom the other does not: two meetings of one person on a day. */
function areApart(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  const shared = countShared(first, second);
  return shared < first.size && shared < second.size;
}

/** Entities of the lexicon may stand for each other, as a leader and the body led; others do not. */
function hasNames({ clause }: EventDate): boolean {
  for (const term of clause) if (isName(term)) return true;
  return false;
}

/** Reports in two languages share no words: two names, on one day, and nobody else on both sides. */
function sharesNames(first: EventDate, second: EventDate): boolean {
  if (!first.isMain || !second.isMain) return false;
  if (first.mention.precision !== "day" || second.mention.precision !== "day") return false;
  const actors = countShared(first.actors, second.actors);
  return actors >= 2 && !areApart(first.actors, second.actors);
}

function countShared(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let count = 0;
  for (const item of first) if (second.has(item)) count += 1;
  return count;
}
