/** Where a page shows no line of data: the date that its text opens with, or that its scripts agree on. */
import type { StatedDate } from "../../draft.js";
import type { Block } from "../blocks.js";
import { type DateHabits, findDays } from "./calendar-days.js";
import { readStamp } from "./visible-dates.js";

/** Blocks after the headline in which the text may open. */
const REACH = 6;
/** Code units before the date: a place, a bracket. */
const MAX_FRONT = 40;

/** `Berlin (12.11.2021). The …`, `27.1.2022 - The …`. */
export function openingDate(
  blocks: readonly Block[],
  heading: number,
  habits: DateHabits,
): StatedDate | null {
  for (const { text } of blocks.slice(heading + 1, heading + 1 + REACH)) {
    if (text.length < 100) continue;
    const front = text.slice(0, 2 * MAX_FRONT);
    const [day] = findDays(front, habits);
    if (day === undefined || day.start > MAX_FRONT) continue;
    if (!/^\s?[)\]:–—/-]/u.test(front.slice(day.end))) continue;
    const quote = front.slice(day.start, day.end);
    return { date: day.date, time: null, quote, from: "line" };
  }
  return null;
}

const MAX_SCRIPTS = 2_000_000;
const SCRIPT_DATE =
  /"(?:date_?published|published_?date|publish_?date|published_?at|publication_?date|pub_?date|date_?publication|first_?published)"\s{0,3}:\s{0,3}"((?:19|20)\d\d-\d\d-\d\d[^"]{0,30})"/gi;

/** The day of publication that the scripts of a page name, where they name one alone. */
export function scriptDate(scripts: readonly string[], habits: DateHabits): StatedDate | null {
  const found: StatedDate[] = [];
  let left = MAX_SCRIPTS;
  for (const script of scripts) {
    left -= script.length;
    if (left < 0) break;
    for (const match of script.matchAll(SCRIPT_DATE)) {
      const stated = readStamp(match[1] ?? "", match[0], habits);
      if (stated !== null) found.push(stated);
    }
  }
  const [first] = found;
  return first !== undefined && found.every(({ date }) => date === first.date) ? first : null;
}
