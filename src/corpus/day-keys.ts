/** Keys of articles in time order: the day in front, then a number of the article's own. */
import { type Article, articleDay } from "../model/article.js";
import { parseDay } from "../text/dates-calendar.js";
import type { DayRange } from "./store.js";

/** Articles that a day can hold. */
const SLOTS = 2 ** 24;
/** Added to a day's number, which counts from 1970: no key is negative. Day 0 holds the undated. */
const BEFORE_1970 = 1_000_000;

/** The day that an article states, whatever was inferred. */
export function statedDay({ published }: Pick<Article, "published">): string | null {
  return articleDay({ published, inferred: null });
}

function firstKeyOf(day: string | null): number {
  const number = day === null ? null : parseDay(day);
  return number === null ? 0 : (number + BEFORE_1970) * SLOTS;
}

/** Where to look for a free key: the same for the same place in every corpus. @param place file and part */
export function wantedKey(day: string | null, place: string): number {
  return firstKeyOf(day) + hash(place);
}

/** The key to try when one is taken. */
export function nextKey(key: number): number {
  return (key + 1) % SLOTS === 0 ? key + 1 - SLOTS : key + 1;
}

/** FNV-1a over UTF-16 code units, folded to 24 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 24) ^ (value & 0xffffff);
}

/** The first and the last key of a range of days. */
export function keysOf({ from, to }: DayRange): readonly [number, number] {
  return [firstKeyOf(from), firstKeyOf(to) + SLOTS - 1];
}

/** The keys of articles without a day. */
export const UNDATED: readonly [number, number] = [0, SLOTS - 1];
/** Every key there can be. */
export const ALL_KEYS: readonly [number, number] = [0, Number.MAX_SAFE_INTEGER];
export const DATED: readonly [number, number] = [SLOTS, Number.MAX_SAFE_INTEGER];
