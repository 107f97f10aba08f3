/**
 * Articles that state no date to the day that their own words, and those of dated articles, leave
 * open. Constraints on the day of publication are laid over the calendar; only where a single run
 * of days is left is there an answer, and nothing is ever guessed.
 *
 * Conventions of reporting that this rests on:
 * - The first past day in the lead that is given without its year is the news: it is the day of
 *   publication or the day before, so that a newest event on day D leaves [D, D+1].
 * - Where the article says "today, Saturday", that is the day of publication, and a day and month
 *   in the lead or in a caption is that day: [D, D].
 * - A weekday means the latest such day, a day and month the latest such date.
 */
import { type Article, articleDay, type Evidence, type Inferred } from "../model/article.js";
import { isAbsolute, resolveDate, type Tense } from "../text/dates/index.js";
import { formatDay, parseDay } from "../text/dates-calendar.js";
import { type DateClue, findDateClues } from "./date-clues.js";
import { evidenceQuote } from "./evidence-quote.js";
import {
  type EventIndex,
  findSharedEvent,
  indexEvents,
  type SharedEvent,
} from "./shared-events.js";

/**
 * Dates the articles that state no day, from what is visible on `asOf`. What was inferred before is
 * worked out anew.
 * @param asOf `2021-05-06`; later articles are not used, and no article is dated later
 * @param isOver whether all days that an article may be of must have passed by `asOf`
 * @throws RangeError when `asOf` is no day
 */
export function inferDates(articles: readonly Article[], asOf: string, isOver = false): Article[] {
  const limit = parseDay(asOf);
  if (limit === null) throw new RangeError(`"${asOf}" is no day such as 2021-05-06`);
  const cluesOf = rememberClues();
  let known: Article[] = articles.map((article) => withInferred(article, null));
  for (let found = true; found; ) {
    const visible = known.filter((article) => (articleDay(article) ?? "9999") <= asOf);
    const undated = known.filter((article) => articleDay(article) === null);
    if (undated.length === 0) break;
    const index = indexEvents(visible, cluesOf);
    const inferred = new Map(
      undated.map((article) => [
        article.id,
        inferDate(article, cluesOf(article), index, { limit, isOver }),
      ]),
    );
    found = [...inferred.values()].some((value) => value !== null);
    known = known.map((article) =>
      withInferred(article, inferred.get(article.id) ?? article.inferred),
    );
  }
  return known;
}

/** The article itself where nothing changes: a copy would unpack what is packed. */
function withInferred(article: Article, inferred: Inferred | null): Article {
  return article.inferred === inferred ? article : { ...article, inferred };
}

/** Clues that no quotation holds, found once for each article. */
function rememberClues(): (article: Article) => readonly DateClue[] {
  const known = new Map<string, readonly DateClue[]>();
  return (article) => {
    const clues = known.get(article.id) ?? findDateClues(article).filter(({ quoted }) => !quoted);
    known.set(article.id, clues);
    return clues;
  };
}

interface Horizon {
  /** Number of the last day that counts. */
  readonly limit: number;
  readonly isOver: boolean;
}

/** The day of one article; null where its clues contradict each other or leave too much open. */
function inferDate(
  article: Article,
  clues: readonly DateClue[],
  index: EventIndex,
  { limit, isOver }: Horizon,
): Inferred | null {
  const news = findNews(clues);
  if (news === null) return null;
  const shared = clues.flatMap((clue) => findSharedEvent(clue, article, index) ?? []);
  const background = newestBackground(clues);
  if (shared.length === 0 && background === null) return null;
  const rules = [...newsRules(news), ...clues.flatMap(boundRules), ...shared.map(sharedRule)];
  const days = candidateDays(news, shared, background).filter((day) =>
    rules.every((rule) => rule(day)),
  );
  const run = onlyRun(runsOf(days), background);
  const first = run?.[0];
  if (run === null || first === undefined || first > limit || run.length > MAX_WINDOW) return null;
  const end = run.at(-1) ?? first;
  if (isOver && end > limit) return null;
  const last = Math.min(end, limit);
  const own = [...news.clues, ...shared.map(({ clue }) => clue)];
  const quoted = shared.length === 0 && background !== null ? [...own, background.clue] : own;
  const evidence = [
    ...quoted.flatMap((clue) => evidenceOf(article, clue)),
    ...shared.flatMap((event) => event.evidence),
  ];
  if (evidence.length === 0) return null;
  return {
    date: formatDay(first),
    window: [formatDay(first), formatDay(last)],
    evidence: withoutRepeats(evidence),
  };
}

const MAX_WINDOW = 2;

/** What an article reports as new, by the clues that say when. */
interface News {
  readonly clues: readonly DateClue[];
  /** Whether the article says that its news is of the day of publication. */
  readonly today: boolean;
}

function findNews(clues: readonly DateClue[]): News | null {
  const days = clues.filter(isYearlessDay);
  const lead = clues.find(
    (clue) => clue.place === "lead" && (isWeekday(clue) || isYearlessDay(clue)),
  );
  const datelines = days.filter(({ place }) => place === "dateline");
  const today = clues.find((clue) => isToday(clue));
  if (today !== undefined && (lead === undefined || isYearlessDay(lead) || namesWeekday(today))) {
    const sameDay = days.filter(({ place }) => place === "lead" || place === "caption");
    return { clues: [today, ...sameDay.slice(0, 1), ...datelines], today: true };
  }
  const captions = days.filter(({ place }) => place === "caption").slice(0, 1);
  const news = [...(lead === undefined ? captions : [lead]), ...datelines];
  return news.length === 0 ? null : { clues: news, today: false };
}

function isYearlessDay({ expression }: DateClue): boolean {
  return expression.kind === "day" && expression.year === null && expression.tense !== "future";
}

function isWeekday({ expression }: DateClue): boolean {
  return expression.kind === "weekday" && expression.shift === 0 && expression.tense !== "future";
}

/** Deep in a text, `today` without a weekday often means `nowadays`. */
function isToday(clue: DateClue): boolean {
  const { expression, place } = clue;
  if (expression.kind !== "relative" || expression.unit !== "day" || expression.offset !== 0) {
    return false;
  }
  return place === "lead" || (place === "body" && namesWeekday(clue));
}

function namesWeekday({ expression }: DateClue): boolean {
  return expression.kind === "relative" && expression.weekday !== null;
}

type Rule = (day: number) => boolean;

function newsRules({ clues, today }: News): Rule[] {
  return clues.map((clue) => {
    const oldest = today && clue.place !== "dateline" ? 0 : 1;
    return (day) => {
      const event = dayMeant(clue, day, "past");
      return event !== null && day - event >= 0 && day - event <= oldest;
    };
  });
}

/** A date with its year bounds the day of publication; one beside a weekday must agree with it. */
function boundRules(clue: DateClue): Rule[] {
  const { expression } = clue;
  if (isAbsolute(expression)) {
    const resolved = resolveDate(expression, { day: "2000-01-01", anchor: "published" });
    const [from, to] = [parseDay(resolved?.from ?? ""), parseDay(resolved?.to ?? "")];
    if (from === null || to === null || expression.tense === "unknown") return [];
    return [(day) => (expression.tense === "past" ? day >= from : day <= to)];
  }
  if (expression.kind === "relative" && expression.weekday !== null) {
    return [(day) => dayMeant(clue, day) !== null];
  }
  if (expression.kind !== "day" || expression.weekday === null) return [];
  return [(day) => Math.abs((dayMeant(clue, day) ?? Number.NaN) - day) <= DAYS_OF_YEAR];
}

function sharedRule({ clue, day: event }: SharedEvent): Rule {
  return (day) => dayMeant(clue, day, "past") === event;
}

/** The one day that a clue means in an article of this day. */
function dayMeant({ expression }: DateClue, day: number, tense?: Tense): number | null {
  const reference = { day: formatDay(day), anchor: "inferred" } as const;
  const resolved = resolveDate(expression, reference, tense);
  return resolved?.precision === "day" ? parseDay(resolved.from) : null;
}

const DAYS_OF_WEEK = 7;
const DAYS_OF_YEAR = 366;
/** Other years are looked at this far ahead, so that `asOf` never decides between them. */
const HORIZON_YEARS = 40;

/** The newest past day or month that the article gives with its year. */
interface Background {
  readonly clue: DateClue;
  readonly from: number;
}

function newestBackground(clues: readonly DateClue[]): Background | null {
  let newest: Background | null = null;
  for (const clue of clues) {
    const { expression } = clue;
    const isFull = isAbsolute(expression) && expression.kind !== "year";
    if (!isFull || expression.tense !== "past") continue;
    const from = parseDay(
      resolveDate(expression, { day: "2000-01-01", anchor: "published" })?.from ?? "",
    );
    if (from !== null && (newest === null || from > newest.from)) newest = { clue, from };
  }
  return newest;
}

/**
 * The days worth a look: those that a shared event leaves, or without one those on which the news
 * is new, in every year after the background.
 */
function candidateDays(
  news: News,
  shared: readonly SharedEvent[],
  background: Background | null,
): readonly number[] {
  const [event] = shared;
  if (event !== undefined) {
    const length = event.clue.expression.kind === "day" ? DAYS_OF_YEAR : DAYS_OF_WEEK;
    return Array.from({ length }, (_, offset) => event.day + offset);
  }
  const dated = news.clues.find(isYearlessDay);
  if (dated === undefined || background === null) return [];
  const days = [];
  for (let year = 0; year < HORIZON_YEARS; year += 1) {
    const end = background.from + (year + 1) * 365;
    const day = dayMeant(dated, end, "past");
    if (day !== null) days.push(day, day + 1);
  }
  return [...new Set(days)].sort((a, b) => a - b);
}

function runsOf(days: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** Other years are out of the question only where they lie this far behind the first. */
const YEARS_APART = 3;

/**
 * The only run there is; or the first of several, where it follows the newest background within a
 * year and the next (the same date on the same weekday) comes years later.
 */
function onlyRun(runs: readonly number[][], background: Background | null): number[] | null {
  const [run, next] = runs;
  const first = run?.[0];
  if (run === undefined || first === undefined) return null;
  if (next === undefined) return run;
  const follows = background !== null && first - background.from <= DAYS_OF_YEAR;
  const isApart = (next[0] ?? first) - first >= YEARS_APART * 365;
  return follows && isApart ? run : null;
}

function evidenceOf(article: Article, { sentence, expression }: DateClue): Evidence[] {
  const quote = evidenceQuote(article.raw, sentence, expression.text);
  return quote === null ? [] : [{ article: article.id, quote }];
}

function withoutRepeats(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map(evidence.map((item) => [`${item.article} ${item.quote}`, item]));
  return [...seen.values()];
}
