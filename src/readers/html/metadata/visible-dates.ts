/** The dates that a page shows, each with its place: how near to the headline, in whose part of the page. */
import { type Element, isTag, isText, type ParentNode } from "domhandler";
import type { StatedDate } from "../../draft.js";
import { endsStatement } from "../../line-shape.js";
import { COPYRIGHT } from "../../line-words.js";
import { readWrittenDate } from "../../written-date.js";
import type { Block } from "../blocks.js";
import { type CalendarDay, type DateHabits, findDays } from "./calendar-days.js";
import { type Side, sideOf } from "./element-names.js";
import { startTag } from "./meta-tags.js";
import { type PageFacts, type Placed, wordsOf } from "./page-facts.js";

export interface VisibleDate extends StatedDate {
  /** `edited` by anybody, as pages of a wiki are: they are never published. */
  readonly role: "published" | "modified" | "edited" | "unsaid";
  /** Lines from the headline, or what comes to as much; negative before it. */
  readonly distance: number;
  readonly side: Side;
  /** Whether a machine wrote it in universal time: then the day may be another where the page is read. */
  readonly utc: boolean;
}

/** The dates of the elements that are made for them. */
export function elementDates(
  { times }: PageFacts,
  heading: Placed | null,
  habits: DateHabits,
): VisibleDate[] {
  return times.flatMap((placed) => {
    const found = dateOfElement(placed.element, habits);
    if (found === null) return [];
    const distance = (placed.order - (heading?.order ?? 0)) / ELEMENTS_PER_LINE;
    return [{ ...found, distance, side: sideFor(placed.aside, heading) }];
  });
}

const ELEMENTS_PER_LINE = 5;

/** Attributes that hold a date for machines, the most trusted first. */
const STAMPS = [
  "datetime",
  "content",
  "data-datetime",
  "data-timestamp",
  "data-time",
  "data-date",
  "data-published",
  "title",
];

function dateOfElement(element: Element, habits: DateHabits) {
  const words = wordsOf(element, MAX_ELEMENT_TEXT + 1);
  for (const stamp of STAMPS) {
    const value = element.attribs[stamp];
    if (value === undefined || !STAMP_LIKE.test(value)) continue;
    const stated = readStamp(value, startTag(element), habits);
    if (stated !== null) {
      return { ...stated, role: roleOf(element, words), utc: isUniversal(value) };
    }
  }
  if (words.length > MAX_ELEMENT_TEXT || !DATE_LIKE.test(words)) return null;
  const [day] = findDays(words, habits);
  if (day === undefined) return null;
  const { date, time, start, end } = day;
  const quote = words.slice(start, end);
  const role = roleOf(element, words);
  return { date, time, quote, from: "line" as const, role, utc: false };
}

const MAX_ELEMENT_TEXT = 160;

/** A value for machines; where only its writer's habits tell day from month, by these. */
export function readStamp(value: string, quote: string, habits: DateHabits): StatedDate | null {
  if (!STAMP_LIKE.test(value)) return null;
  const stated = readWrittenDate(value, quote, habits.language);
  if (stated !== null) return isPlausible(stated.date) ? stated : null;
  const [day] = findDays(value.slice(0, MAX_ELEMENT_TEXT), habits);
  return day === undefined ? null : { date: day.date, time: day.time, quote, from: "metadata" };
}

/** A year, an epoch, or figures parted by dots or slashes. */
const STAMP_LIKE = /\d{4}|\d[./]\d\d?[./]\d|[٠-٩۰-۹]{4}/;

/** Pages are no older than the web. */
function isPlausible(date: string): boolean {
  return date >= "1995" && date < "2036";
}

export function isUniversal(value: string): boolean {
  return /(?:\dZ|\+00:?00|GMT|UTC)$/i.test(value.trim());
}

function roleOf(element: Element, words: string): VisibleDate["role"] {
  const { attribs } = element;
  const named = `${attribs.class ?? ""} ${attribs.id ?? ""} ${attribs.itemprop ?? ""}`;
  if (MODIFIED_NAME.test(named)) return "modified";
  if (attribs.pubdate !== undefined || PUBLISHED_NAME.test(named)) return "published";
  return roleOfWords(`${wordsBefore(element)} ${words}`);
}

const MODIFIED_NAME = /modif|updat|revis|changed|edited/i;
const PUBLISHED_NAME = /published|pub(?:lish|lication)?[-_]?(?:date|time)|posted|created/i;
const MAX_LABEL = 50;

/** The words just before an element in its line. */
function wordsBefore({ prev }: Element): string {
  if (prev === null) return "";
  if (isText(prev)) return prev.data.slice(-MAX_LABEL);
  return isTag(prev) ? wordsOf(prev, 4 * MAX_LABEL).slice(-MAX_LABEL) : "";
}

function roleOfWords(words: string): VisibleDate["role"] {
  if (PUBLISHED_WORDS.test(words)) return "published";
  if (EDITED_WORDS.test(words)) return "edited";
  return MODIFIED_WORDS.test(words) ? "modified" : "unsaid";
}

const PUBLISHED_WORDS =
  /publi|posted|created|erstellt|veröffentlicht|erschienen|geplaatst|pubblicato|opublikowan|data dodania|dodano|yayın|giriş|опублик|размещ|створено|objavljeno|vydáno|zveřejněno|δημοσ|نشر/iu;
const MODIFIED_WORDS =
  /updat|modifi|aktualisiert|geändert|zuletzt|bijgewerkt|laatst|mis à jour|actualiz|aggiornat|atualiz|aktualiz|uppdater|opdater|oppdater|zmodyf|zmieni|güncel|değişt|обновл|измен|оновлен|ενημερ|آخر تحديث/iu;

const EDITED_WORDS =
  /last (?:edited|revised)|revision|zuletzt bearbeitet|modifi\p{L}{1,4} pour la dernière fois|editó por última vez|modifica per l['’]ultima volta|son değişiklik|последнее изменение|последняя правка/iu;

/** Longest block that is looked at as a line of data. */
const MAX_BLOCK = 800;
/** Code units beside its dates that a line of data has at the most. */
const MAX_REST = 110;
const MAX_REST_OF_SENTENCE = 40;
/** The year of a copyright is that of the site. */
const RIGHTS = new RegExp(COPYRIGHT, "iu");
/** Lines with dates that are looked at; a page with more is a table. */
const MAX_LINES = 300;
/** Lines before the headline that are looked at. */
const BEFORE = 40;
/** A full year, or figures parted by dots or slashes. */
const DATE_LIKE = /(?:19|20)\d\d|\d[./]\d\d[./]\d\d|[٠-٩۰-۹]{4}/;

/** The dates in short lines of text. */
export function lineDates(
  blocks: readonly Block[],
  heading: Placed | null,
  habits: DateHabits,
): VisibleDate[] {
  const at = headingAt(blocks, heading);
  const sides = new SideFinder();
  const found: VisibleDate[] = [];
  for (let index = Math.max(0, at - BEFORE); index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || found.length >= MAX_LINES) break;
    const days = daysOfLine(block.text, habits);
    if (days.length === 0) continue;
    const side = sideFor(sides.around(block.element), heading);
    for (const day of days) {
      const { date, time, start, end } = day;
      const quote = block.text.slice(start, end);
      const role = roleOfDay(block.text, day, days);
      found.push({ date, time, quote, from: "line", role, distance: index - at, side, utc: false });
    }
  }
  return found;
}

export function headingAt(blocks: readonly Block[], heading: Placed | null): number {
  if (heading === null) return 0;
  for (const [index, { element }] of blocks.entries()) {
    if (element === heading.element || element.parent === heading.element) return index;
  }
  return 0;
}

/** The days of a line of data; of running text, those that words of publishing stand beside. */
function daysOfLine(text: string, habits: DateHabits): readonly CalendarDay[] {
  if (text.length > MAX_BLOCK || !DATE_LIKE.test(text)) return [];
  const days = findDays(text, habits);
  const rest = days.reduce((left, { start, end }) => left - (end - start), text.length);
  if (rest <= (endsStatement(text) ? MAX_REST_OF_SENTENCE : MAX_REST)) {
    return RIGHTS.test(text) ? [] : days;
  }
  return days.filter(
    ({ start, end }) =>
      PUBLISHED_WORDS.test(text.slice(Math.max(0, start - MAX_LABEL), start)) ||
      PUBLISHED_WORDS.test(text.slice(end, end + MAX_LABEL)),
  );
}

function roleOfDay(text: string, day: CalendarDay, days: readonly CalendarDay[]) {
  const before = days.findLast(({ end }) => end <= day.start)?.end ?? 0;
  const role = roleOfWords(text.slice(Math.max(before, day.start - MAX_LABEL), day.start));
  if (role !== "unsaid") return role;
  return PUBLISHED_WORDS.test(text.slice(day.end, day.end + MAX_LABEL)) ? "published" : role;
}

/** The innermost part around an element that is none of the article by its name. */
class SideFinder {
  private readonly known = new Map<ParentNode, Element | null>();

  around(element: ParentNode | null): Element | null {
    if (element === null) return null;
    const known = this.known.get(element);
    if (known !== undefined) return known;
    const isPart = isTag(element) && sideOf(element) !== "own";
    const found = isPart ? element : this.around(element.parent);
    this.known.set(element, found);
    return found;
  }
}

/** A part that holds the headline is the article's, whatever it is called. */
function sideFor(part: Element | null, heading: Placed | null): Side {
  if (part === null) return "own";
  for (let node: ParentNode | null = heading?.element ?? null; node !== null; node = node.parent) {
    if (node === part) return "own";
  }
  return sideOf(part);
}
