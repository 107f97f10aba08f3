/** The place, agency and day that agencies write before the first sentence of a report. */
import { findPlainDates } from "../text/dates/index.js";
import { AGENCY_NAMES } from "./agencies.js";
import { hasCase } from "./line-shape.js";

export interface Dateline {
  /** Code units that it takes up at the front of the paragraph. */
  readonly length: number;
  readonly place: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** `2019-12-14` where it gives day, month and year. */
  readonly date: string | null;
}

/** How far into a paragraph a dateline may run. */
const REACH = 160;
const MAX_PLACE_WORDS = 5;

/** Finds a dateline such as `DOHA (Outlet / Agency - 14th December, 2019)` or `МОСКВА, 3 мая /ТАСС/.` */
export function findDateline(paragraph: string, language: string): Dateline | null {
  const front = paragraph.slice(0, REACH);
  return bracketed(front, language) ?? dashed(front, language);
}

const BRACKETED =
  /^([^()/:"“”«»—–.]{2,60})(?:\(([^()]{2,80})\)|\/([^/.]{2,40})\/)(\s?(?:--|[-–—:.])(?=\s|$)|)\s{0,3}/u;

function bracketed(front: string, language: string): Dateline | null {
  const match = BRACKETED.exec(front);
  if (match === null) return null;
  const [whole, before = "", inBrackets, inSlashes, dash = ""] = match;
  const { place, date: placeDate, dated } = splitPlace(before, language);
  const signed = readSignature(inBrackets ?? inSlashes ?? "", language);
  const isWire = signed.dated || signed.agency !== null || inSlashes !== undefined;
  const isSure = isWire || (dash.trim() !== "" && isUpper(place)) || dated;
  if (!isPlace(place) || !isSure) return null;
  if (!isUpper(place) && dash.trim() === "" && !signed.dated && !dated) return null;
  return {
    length: whole.length,
    place,
    outlet: signed.outlet,
    agency: signed.agency,
    date: signed.date ?? placeDate,
  };
}

const DASHED =
  /^([^()/:"“”«»—–.]{2,60}?)\s(?:--|[-–—])(?:\s+|$)(?:([\p{Lu}][\p{L} ]{1,30})\.\s+)?/u;

/** `TRIPOLI, Libya — …`, `МОСКВА, 3 мая — РИА Новости. …`: only where the place is in capitals. */
function dashed(front: string, language: string): Dateline | null {
  const match = DASHED.exec(front);
  if (match === null) return null;
  const [whole, before = "", signature] = match;
  const { place, date } = splitPlace(before, language);
  const [city = ""] = place.split(",");
  if (!isPlace(place) || !isUpper(city)) return null;
  const agency = signature !== undefined && AGENCY_NAMES.has(signature) ? signature : null;
  const length =
    agency === null ? whole.length - (signatureLength(whole, signature) ?? 0) : whole.length;
  return { length, place, outlet: null, agency, date };
}

/** What an unknown signature took up belongs to the sentence. */
function signatureLength(whole: string, signature: string | undefined): number | null {
  return signature === undefined ? null : whole.length - whole.lastIndexOf(signature);
}

/** `TRIPOLI, May 3` to place and day. */
function splitPlace(text: string, language: string) {
  const trimmed = text.trim();
  const day = findPlainDates(trimmed, language).find(({ end }) => end >= trimmed.length - 1);
  const place = (day === undefined ? trimmed : trimmed.slice(0, day.start)).replace(
    /[\s,،]+$/u,
    "",
  );
  return { place, dated: day !== undefined, date: day === undefined ? null : isoDay(day) };
}

function readSignature(text: string, language: string) {
  const days = findPlainDates(text, language);
  const [day] = days;
  const names = (day === undefined ? text : text.slice(0, day.start))
    .replace(/[\s,،–—-]+$/u, "")
    .split(/\s?\/\s?|\s[-–—]\s/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const last = names.at(-1);
  const isAgency = last !== undefined && (AGENCY_NAMES.has(last) || names.length > 1);
  const outlet = names.length > 1 || !isAgency ? names[0] : undefined;
  return {
    agency: isAgency ? last : null,
    outlet: outlet ?? null,
    date: day === undefined ? null : isoDay(day),
    dated: day !== undefined,
  };
}

function isoDay(expression: ReturnType<typeof findPlainDates>[number]): string | null {
  if (expression.kind !== "day" || expression.year === null) return null;
  const { year, month, day } = expression;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Up to five capitalised words; scripts without case have no more to show. */
function isPlace(text: string): boolean {
  const words = text.split(/[\s/,،-]+/u).filter((word) => word !== "");
  if (words.length === 0 || words.length > MAX_PLACE_WORDS) return false;
  return words.every((word) => (hasCase(word) ? /^\p{Lu}/u.test(word) : /^\p{Lo}/u.test(word)));
}

function isUpper(text: string): boolean {
  return text.length >= 3 && hasCase(text) && !/\p{Ll}/u.test(text);
}
