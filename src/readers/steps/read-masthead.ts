/** What an archive of the press writes around an article: headline, author, length, day, source, number. */
import { AGENCY_NAMES } from "../agencies.js";
import { type Cut, cutLine, type Draft, type Line, type StatedDate } from "../draft.js";
import { comparable, countWords, endsSentence, isNameLine } from "../line-shape.js";
import {
  ARCHIVE_LABELS,
  ARCHIVE_MARKS,
  COPYRIGHT,
  LANGUAGE_NAMES,
  WORD_COUNT,
} from "../line-words.js";
import { readStamp } from "../stamp.js";

/** How far down the line with the number of words may be. */
const REACH = 30;

/** Only an article that counts its words, or bears a number of the archive, has a masthead. */
export function readMasthead(draft: Draft): Draft {
  const { lines } = draft;
  const count = lines.slice(0, REACH).findIndex(({ text }) => isWordCount(text));
  if (count === -1) return draft;
  const body = startOfBody(lines, count, draft.language);
  const tail = startOfTail(lines, body);
  if (body >= tail) return draft;
  const head = readLines(lines.slice(0, body), count, draft);
  const cuts = lines.slice(tail).map((line) => cutLine(line, "masthead"));
  const dates = head.dates.length > 0 ? head.dates : loadDates(lines.slice(tail), draft.language);
  return {
    ...head,
    lines: lines.slice(body, tail),
    dates: [...draft.dates, ...dates],
    cuts: [...head.cuts, ...cuts],
  };
}

const COUNT = new RegExp(`^(?:\\p{L}{3,12}\\s?:\\s*)?${WORD_COUNT}$`, "iu");
const FIELD = new RegExp(`^(?<label>${ARCHIVE_LABELS})\\s?:\\s*(?<value>.*)$`, "iu");
const TAIL_HEAD = /^(?:graphic|classification|notes|load-date)$/iu;
const MARK = new RegExp(`^(?:${ARCHIVE_MARKS.end}|${ARCHIVE_MARKS.start})$`, "u");
const RIGHTS = new RegExp(`^(?:${COPYRIGHT})`, "iu");
const CODE = /^[A-Z0-9]{2,12}$/;
const PAGE =
  /^(?:(?:Pg|Page|Pages|p)\.? ?)?[A-Z]?\d{1,4}$|^(?:Late|Early|First|Final|National|Metro)[\w ,-]{0,30}(?:Edition|Final)/u;
const BY = /^By\s+(?=\p{Lu})/u;
/** Longer lines are no part of a masthead. */
const MAX_LINE = 300;

function isWordCount(text: string): boolean {
  return text.length <= MAX_LINE && COUNT.test(text);
}

/** After the label `Body`, or after the last line that states something of the article. */
function startOfBody(lines: readonly Line[], count: number, language: string): number {
  for (let index = count + 1; index < count + REACH; index += 1) {
    const line = lines[index];
    if (line === undefined) return index;
    if (/^body\s?:?$/iu.test(line.text)) return index + 1;
    if (!isOfMasthead(line, language)) return index;
  }
  return count + 1;
}

function isOfMasthead(line: Line, language: string): boolean {
  const { text } = line;
  if (text.length > MAX_LINE) return false;
  if (FIELD.test(text) || RIGHTS.test(text) || MARK.test(text) || PAGE.test(text)) return true;
  if (languageOf(text) !== undefined || TIME.test(text)) return true;
  if (readStamp(text, language)?.names === null) return true;
  return !line.gap && countWords(text) <= 8 && !endsSentence(text);
}

function languageOf(text: string): string | undefined {
  return LANGUAGE_NAMES[text.toLowerCase()];
}

/** From the first label of the archive's own notes, or its number, on. */
function startOfTail(lines: readonly Line[], body: number): number {
  const tail = lines.findIndex(({ text }, index) => {
    if (index <= body || text.length > MAX_LINE) return false;
    return (
      MARK.test(text) ||
      TAIL_HEAD.test(text) ||
      /^(?:load-date|publication-type|language)\s?:/iu.test(text)
    );
  });
  return tail === -1 ? lines.length : tail;
}

function loadDates(lines: readonly Line[], language: string): StatedDate[] {
  const line = lines.find(({ text }) => /^load-date\s?:/iu.test(text));
  return line === undefined ? [] : datesOf(line.text.replace(/^[^:]*:\s*/u, ""), language);
}

function datesOf(text: string, language: string): StatedDate[] {
  const stamp = readStamp(text, language);
  if (stamp === null || stamp.date === null) return [];
  return [{ date: stamp.date, time: stamp.time, quote: text, from: "prefix" }];
}

/** Lines without a label, by where they stand to the day and to the number of words. */
interface Names {
  readonly above: Line[];
  readonly between: Line[];
  readonly below: Line[];
}

function readLines(lines: readonly Line[], count: number, start: Draft): Draft {
  let draft = start;
  let isDated = false;
  const names: Names = { above: [], between: [], below: [] };
  const kept = new Set<Line>();
  for (const [index, line] of lines.entries()) {
    const field = FIELD.exec(line.text)?.groups;
    const dates = field === undefined ? datesOf(line.text, draft.language) : [];
    if (field !== undefined) draft = readField(draft, field.label ?? "", field.value ?? "");
    else if (dates.length > 0 && !isDated) {
      draft = { ...draft, dates: [...draft.dates, ...dates] };
      isDated = true;
    } else if (TIME.test(line.text)) draft = withTime(draft, line.text);
    else if (isName(line, index === count)) {
      const place = index > count ? names.below : isDated ? names.between : names.above;
      place.push(line);
    } else draft = { ...draft, language: languageOf(line.text) ?? draft.language };
  }
  const named = nameLines(draft, names, kept);
  const cuts: Cut[] = lines
    .filter((line) => !kept.has(line))
    .map((line) => cutLine(line, "masthead"));
  return { ...named, cuts: [...named.cuts, ...cuts] };
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?: GMT| UTC)?$/;

/** The hour that stands on a line of its own, below the day. */
function withTime(draft: Draft, text: string): Draft {
  const last = draft.dates.at(-1);
  if (last === undefined || last.time !== null) return draft;
  return { ...draft, dates: [...draft.dates.slice(0, -1), { ...last, time: text.slice(0, 5) }] };
}

function isName({ text }: Line, isCount: boolean): boolean {
  if (isCount || MARK.test(text) || RIGHTS.test(text) || PAGE.test(text) || CODE.test(text))
    return false;
  return languageOf(text) === undefined && !/^(?:all rights reserved\.?|body\s?:?)$/iu.test(text);
}

function readField(draft: Draft, label: string, value: string): Draft {
  if (value === "") return draft;
  switch (label.toLowerCase()) {
    case "byline":
      return { ...draft, byline: draft.byline ?? value.replace(BY, "") };
    case "dateline":
      return { ...draft, dateline: draft.dateline ?? value };
    case "language":
      return { ...draft, language: languageOf(value) ?? draft.language };
    default:
      return draft;
  }
}

/** Headline and source: the source stands below the number of words, or next to the day. */
function nameLines(draft: Draft, { above, between, below }: Names, kept: Set<Line>): Draft {
  const headline = [...above];
  const by = findByline(headline, below.length > 0);
  const byline = by === -1 ? undefined : headline.splice(by, 1)[0]?.text.replace(BY, "");
  let outlet = below[0]?.text;
  if (between.length > 0) outlet = headline.splice(-1, 1)[0]?.text ?? outlet;
  else if (below.length === 0 && headline.length > 1) outlet = headline.pop()?.text;
  const title = firstBlock(between.length > 0 ? between : headline);
  if (draft.title === null) for (const line of title) kept.add(line);
  return {
    ...draft,
    title: draft.title ?? (title.map(({ text }) => text).join(" ") || null),
    byline: draft.byline ?? byline ?? null,
    outlet: draft.outlet ?? (outlet !== undefined && !AGENCY_NAMES.has(outlet) ? outlet : null),
    agency: draft.agency ?? (outlet !== undefined && AGENCY_NAMES.has(outlet) ? outlet : null),
  };
}

/**
 * A line with `By`, or a bare name as the last line below a headline that is none.
 * @param hasSource whether the source stands elsewhere: the bare name could be it otherwise
 */
function findByline(headline: readonly Line[], hasSource: boolean): number {
  const marked = headline.findIndex(({ text }) => BY.test(text));
  const [before, last] = headline.slice(-2);
  if (marked !== -1 || !hasSource || before === undefined || last === undefined) return marked;
  const isBare = !last.gap && isNameLine(last.text) && countWords(last.text) <= MAX_NAME;
  return isBare && !isNameLine(before.text) ? headline.length - 1 : -1;
}

/** Words of a name without a mark; a line of more may be the end of a headline in title case. */
const MAX_NAME = 3;

/** A headline wrapped over lines has no gap; a section's name above it is one or two words. */
function firstBlock(lines: readonly Line[]): readonly Line[] {
  const [first, second] = lines;
  const isSection = first && second && countWords(first.text) <= 2 && countWords(second.text) > 3;
  const rest = isSection ? lines.slice(1) : lines;
  const end = rest.findIndex((line, index) => index > 0 && line.gap);
  const block = end === -1 ? rest : rest.slice(0, end);
  return block.filter(
    ({ text }, index) => index === 0 || comparable(text) !== comparable(block[0]?.text ?? ""),
  );
}
