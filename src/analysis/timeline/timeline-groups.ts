/** Dated passages to groups that tell one event each. */
import { formatDay, parseDay } from "../../text/dates-calendar.js";
import { countShared } from "../count-shared.js";
import type { EventDate, EventPassage } from "../events/events.js";
import { isSameTime, passageKey, type Stories } from "../events/stories.js";

/** One date of one passage. */
export interface DatedPassage {
  readonly event: EventPassage;
  readonly date: EventDate;
  readonly language: string;
}

/**
 * Each passage joins the group that shares most words and names of its days with it, if one there
 * tells the same event.
 * @returns groups with their finest dates first
 */
export function groupEvents(dated: readonly DatedPassage[], stories: Stories): DatedPassage[][] {
  const groups: KeyedPassage[][] = [];
  const postings = new Map<string, number[]>();
  for (const item of inOrder(dated, stories)) {
    const found = nearest(item.keys, postings).find((index) => holds(groups[index], item));
    const index = found ?? groups.length;
    if (found === undefined) groups.push([item]);
    else groups[found]?.push(item);
    for (const key of item.keys) post(key, index, postings);
  }
  return groups;
}

/** A dated passage with what is asked of it time and again. */
interface KeyedPassage extends DatedPassage {
  readonly key: string;
  readonly supports: readonly string[];
  /** What it may share with others of its event. */
  readonly keys: readonly string[];
}

/** Members of a group that a passage is compared with, and groups. */
const COMPARED = 8;
const MOST_CANDIDATES = 8;
/** A word of more groups of a day tells nothing apart. */
const LONGEST_POSTING = 64;

function holds(group: readonly KeyedPassage[] | undefined, item: KeyedPassage): boolean {
  const length = Math.min(COMPARED, group?.length ?? 0);
  for (let index = 0; index < length; index += 1) {
    const other = group?.[index];
    if (other !== undefined && isOne(item, other)) return true;
  }
  return false;
}

/** Groups that share keys, those that share most by rarity first, then the earlier. */
function nearest(
  keys: readonly string[],
  postings: ReadonlyMap<string, readonly number[]>,
): number[] {
  const weights = new Map<number, number>();
  for (const key of keys) {
    const list = postings.get(key);
    if (list === undefined || list.length >= LONGEST_POSTING) continue;
    for (const index of list) weights.set(index, (weights.get(index) ?? 0) + 1 / list.length);
  }
  return [...weights]
    .sort((first, second) => second[1] - first[1] || first[0] - second[0])
    .slice(0, MOST_CANDIDATES)
    .map(([index]) => index);
}

function post(key: string, index: number, postings: Map<string, number[]>): void {
  const list = postings.get(key);
  if (list === undefined) postings.set(key, [index]);
  else if (list.length < LONGEST_POSTING && !list.includes(index)) list.push(index);
}

/** Days with each word and name of the clause; the passage itself and those that support it. */
function keysOf(item: DatedPassage, key: string, supports: readonly string[]): string[] {
  const { clause, actors } = item.date;
  const keys = [key, ...supports];
  for (const time of timeKeys(item)) {
    for (const word of clause) if (!isNumber(word)) keys.push(`${time} ${word}`);
    for (const actor of actors) keys.push(`${time} @${actor}`);
  }
  return keys;
}

const PRECISIONS = ["day", "week", "month", "year"] as const;

/** Smaller for what is finer: a day before some days, these before a week. */
export function finenessOf({ date: { mention } }: DatedPassage): number {
  return 2 * PRECISIONS.indexOf(mention.precision) + (mention.from === mention.to ? 0 : 1);
}

/** The precise first, so that "last week" joins the day that another report names. */
function inOrder(dated: readonly DatedPassage[], stories: Stories): KeyedPassage[] {
  return dated
    .map((item) => ({ item, fineness: finenessOf(item), place: placeOf(item) }))
    .sort((a, b) => a.fineness - b.fineness || compare(a.place, b.place))
    .map(({ item }) => {
      const key = passageKey(item.event);
      const supports = stories.supports.get(key) ?? [];
      return { ...item, key, supports, keys: keysOf(item, key, supports) };
    });
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
function isOne(first: KeyedPassage, second: KeyedPassage): boolean {
  if (!isSameTime(first.date, second.date)) return false;
  if (first.event.isDenied !== second.event.isDenied) return false;
  if (first.event === second.event) {
    return first.date.mention.from === second.date.mention.from;
  }
  if (first.supports.includes(second.key)) return true;
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
