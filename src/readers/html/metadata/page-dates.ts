/** A page's statements of time to its days of publication and of last change, the surest of each. */
import { daysBetween } from "../../../text/dates-calendar.js";
import type { StatedDate } from "../../draft.js";
import type { Block } from "../blocks.js";
import type { DateHabits } from "./calendar-days.js";
import type { LinkedArticle, LinkedField } from "./json-ld.js";
import { type MetaField, startTag, tagsOf } from "./meta-tags.js";
import type { PageFacts, Placed } from "./page-facts.js";
import { openingDate, scriptDate } from "./running-dates.js";
import { urlDate } from "./url-dates.js";
import {
  elementDates,
  headingAt,
  isUniversal,
  lineDates,
  readStamp,
  type VisibleDate,
} from "./visible-dates.js";

export interface PageDates {
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
}

export interface DatedPage {
  readonly facts: PageFacts;
  readonly linked: LinkedArticle | null;
  readonly blocks: readonly Block[];
  readonly heading: Placed | null;
  /** Addresses of the page, the canonical one first. */
  readonly urls: readonly string[];
  readonly habits: DateHabits;
}

/** A date that metadata states, with the words that do so. */
interface Stated extends StatedDate {
  readonly utc: boolean;
}

export function readDates(page: DatedPage): PageDates {
  const { facts, heading, habits } = page;
  const shown = [
    ...elementDates(facts, heading, habits),
    ...lineDates(page.blocks, heading, habits),
  ];
  const modified = [
    ...linkedDates(page, "modified"),
    ...tagDates(page, "modified"),
    ...shown
      .filter(({ role }) => role === "modified" || role === "edited")
      .filter((date) => isNear(date, heading)),
  ];
  const published = publishedOf(page, shown, modified);
  const change = modified.find(({ date }) => published === null || date >= published.date);
  return { published: bare(published), modified: bare(change ?? null) };
}

/**
 * What metadata state, where the page shows the same day or none. They may count in another zone than
 * the page, and keep the day of a first version of which the page shows a later one.
 */
function publishedOf(
  page: DatedPage,
  shown: readonly VisibleDate[],
  modified: readonly StatedDate[],
): StatedDate | null {
  const near = nearest(shown, page.heading);
  const stated = [...linkedDates(page, "published"), ...tagDates(page, "published")];
  const addressed = page.urls.flatMap((url) => addressDate(url)).slice(0, 1);
  const [first] = stated;
  if (first === undefined) {
    return shownFirst(near, shown) ?? addressed[0] ?? fallback(page, shown);
  }
  const seen = near.filter(({ utc }) => !utc);
  const local = [...seen, ...addressed];
  return (
    beforeRenewal(stated, modified) ??
    stated.find(({ date }) => local.some((other) => other.date === date)) ??
    local.find(({ date }) => Math.abs(daysBetween(first.date, date)) === 1) ??
    seen.find((date) => isSure(date) || modified.some((change) => change.date === date.date)) ??
    first
  );
}

/** Some systems renew the day of publication with every change; another statement may keep the first. */
function beforeRenewal(
  stated: readonly StatedDate[],
  modified: readonly StatedDate[],
): StatedDate | null {
  const renewed = stated.find(({ date }) => modified.some((change) => change.date === date));
  if (renewed === undefined) return null;
  return stated.find(({ date }) => daysBetween(date, renewed.date) > 1) ?? null;
}

/** Lines from the headline within which a date is the article's, whatever it is called. */
const BESIDE = 5;

function isSure({ role, distance }: VisibleDate): boolean {
  return role === "published" && Math.abs(distance) <= BESIDE;
}

/** The date around the headline; one further off only where no update is shown beside it. */
function shownFirst(
  near: readonly VisibleDate[],
  shown: readonly VisibleDate[],
): StatedDate | null {
  const [first = null] = near;
  if (first === null || first.role === "published" || Math.abs(first.distance) <= BESIDE) {
    return first;
  }
  const update = shown.find(
    ({ role, side, distance }) =>
      role === "modified" && side === "own" && Math.abs(distance) <= BESIDE,
  );
  return update ?? first;
}

/** An update that the page shows may stand in for its publication; one that only metadata state may not. */
function fallback(page: DatedPage, shown: readonly VisibleDate[]): StatedDate | null {
  const { facts, blocks, heading, habits } = page;
  const own = shown.filter(({ side }) => side === "own");
  const below = own.filter(({ distance, role }) => distance > 0 && role !== "edited");
  const created = [...linkedDates(page, "created"), ...tagDates(page, "created")];
  return (
    created[0] ??
    tagDates(page, "dated")[0] ??
    own.find(({ role }) => role === "published") ??
    openingDate(blocks, headingAt(blocks, heading), habits) ??
    scriptDate(facts.scripts, habits) ??
    below.find(({ role }) => role === "modified") ??
    shown.find(({ role, side }) => role === "published" && side === "doubtful") ??
    firstAndLast(below)
  );
}

/** Where a page shows one day alone, or first the last of several, as a blog does, it is likely its own. */
function firstAndLast(dates: readonly VisibleDate[]): StatedDate | null {
  const [first = null] = dates;
  return first !== null && dates.every(({ date }) => date <= first.date) ? first : null;
}

/** Lines around the headline in which a page dates its article. */
const NEAR = { before: -6, after: 12 };
/** In a part that may be another's. */
const NEXT = { before: -2, after: 9 };

function isNear({ distance, side }: VisibleDate, heading: Placed | null): boolean {
  if (heading === null || side === "aside") return false;
  const { before, after } = side === "own" ? NEAR : NEXT;
  return distance >= before && distance <= after;
}

/** The dates around the headline, those first that are called dates of publication and stand below it. */
function nearest(shown: readonly VisibleDate[], heading: Placed | null): VisibleDate[] {
  return shown
    .filter(({ role }) => role === "published" || role === "unsaid")
    .filter((date) => isNear(date, heading))
    .sort((a, b) => remoteness(a) - remoteness(b));
}

function remoteness({ distance, role, side }: VisibleDate): number {
  const lines = distance < 0 ? -3 * distance : distance;
  return lines - (role === "published" ? BESIDE : 0) + (side === "own" ? 0 : 10);
}

function linkedDates({ linked, habits }: DatedPage, field: "published" | "created" | "modified") {
  const stated: LinkedField | null = linked?.[field] ?? null;
  return stated === null ? [] : stampDates(stated.value, stated.quote, habits);
}

function tagDates({ facts, habits }: DatedPage, field: MetaField): Stated[] {
  return tagsOf(facts.metas, field).flatMap(({ content, element }) =>
    stampDates(content, startTag(element), habits),
  );
}

function stampDates(value: string, quote: string, habits: DateHabits): Stated[] {
  const stated = readStamp(value, quote, habits);
  return stated === null ? [] : [{ ...stated, utc: isUniversal(value) }];
}

function addressDate(url: string): StatedDate[] {
  const date = urlDate(url);
  return date === null ? [] : [{ date, time: null, quote: url, from: "metadata" }];
}

function bare(stated: StatedDate | null): StatedDate | null {
  if (stated === null) return null;
  const { date, time, quote, from } = stated;
  return { date, time, quote, from };
}
