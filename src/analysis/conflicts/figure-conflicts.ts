/**
 * Reports of one story to figures in them that cannot both hold: told at the same time a
 * contradiction, told days apart of what is counted until the last is found a change.
 */
import type { ArticleAnalysis, Conflict, Story } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import { daysBetween } from "../../text/dates-calendar.js";
import { fold } from "../../text/fold.js";
import { countShared } from "../count-shared.js";
import { type FigureStatement, readStatements } from "./figure-statements.js";

export interface FigureRequest {
  readonly articles: readonly Article[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly stories: readonly Story[];
  readonly originOf: (article: string) => string;
  /** Entities that are places or states. */
  readonly places: ReadonlySet<string>;
  /** Whether figures of passages without a theme count too. */
  readonly offTheme: boolean;
}

export function findFigureConflicts(request: FigureRequest): Conflict[] {
  const byId = new Map(request.articles.map((article) => [article.id, article]));
  return request.stories.flatMap(({ articles }) => {
    if (articles.length < 2) return [];
    const told = articles
      .slice(0, LARGEST_STORY)
      .flatMap((id) => statementsOf(byId.get(id), request));
    const subjects = Map.groupBy(told, ({ subject, outcome }) => `${subject}|${outcome}`);
    return [...subjects.values()].flatMap((statements) => compareStatements(statements, request));
  });
}

/** Reports of a story that are looked at, the earliest ones. */
const LARGEST_STORY = 200;

function statementsOf(
  article: Article | undefined,
  { analyses, places, offTheme }: FigureRequest,
): FigureStatement[] {
  const analysis = article === undefined ? undefined : analyses.get(article.id);
  if (article === undefined || analysis === undefined || analysis.figures.length === 0) return [];
  const statements = readStatements(article, analysis, places);
  if (offTheme) return statements;
  return statements.filter(({ figure }) =>
    analysis.passages.some(
      ({ start, end, themes }) => start <= figure.start && figure.end <= end && themes.length > 0,
    ),
  );
}

/** @param statements about one subject in one story */
function compareStatements(
  statements: readonly FigureStatement[],
  { originOf }: FigureRequest,
): Conflict[] {
  const single = onePerArticle(statements);
  if (single.length < 2) return [];
  const pairs = pairsOf(single).filter(([a, b]) => areApart(a, b) && isSameThing(a, b));
  const changes = pairs.filter(([a, b]) => isChange(a, b));
  const clashes = pairs.filter(
    ([a, b]) => originOf(a.article) !== originOf(b.article) && isClash(a, b),
  );
  return [
    ...(changes.length === 0 ? [] : [tellChange(changes)]),
    ...clashes.slice(0, 1).map((pair) => tellClash(pair)),
  ];
}

/**
 * An article that gives several values for a subject speaks of several things, but where the first
 * of them is the largest and tells what befell people: the others are parts of it.
 */
function onePerArticle(statements: readonly FigureStatement[]): FigureStatement[] {
  const articles = Map.groupBy(statements, ({ article }) => article);
  return [...articles.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const isOne = own.every(({ least, most }) => least === first.least && most === first.most);
    const isTotal = first.outcome !== null && own.every(({ least }) => least <= first.least);
    return isOne || isTotal ? [first] : [];
  });
}

function pairsOf(
  statements: readonly FigureStatement[],
): (readonly [FigureStatement, FigureStatement])[] {
  const ordered = [...statements].sort(byTime).slice(0, MOST_COMPARED);
  return ordered.flatMap((first, index) =>
    ordered.slice(index + 1).map((second) => [first, second] as const),
  );
}

const MOST_COMPARED = 40;

function byTime(first: FigureStatement, second: FigureStatement): number {
  const key = ({ day, time, article }: FigureStatement) =>
    `${day ?? "9999"} ${time ?? "99"} ${article}`;
  return key(first) < key(second) ? -1 : 1;
}

const areApart = (a: FigureStatement, b: FigureStatement): boolean =>
  a.most < b.least || b.most < a.least;

/** Same words around the figures, no names that part them, no dates that differ. */
function isSameThing(a: FigureStatement, b: FigureStatement): boolean {
  if (haveOtherDates(a, b) || haveOtherDates(b, a)) return false;
  const names = countShared(a.names, b.names);
  if (a.names.size > 0 && b.names.size > 0 && names === 0) return false;
  const count = countShared(a.terms, b.terms);
  const share = count / Math.max(1, Math.min(a.terms.size, b.terms.size));
  const least = leastOf(a, b);
  return (
    count >= least.words &&
    share >= least.share &&
    names >= least.names &&
    names >= (a.names.size + b.names.size - names) * least.nameShare
  );
}

/** Words and names that two sentences share: words as a part of the shorter one, names of all in both. */
interface Least {
  readonly words: number;
  readonly share: number;
  readonly names: number;
  readonly nameShare: number;
}

/** What befell people says much; what is merely counted or measured must be told of the same names. */
function leastOf(a: FigureStatement, b: FigureStatement): Least {
  if (a.outcome !== null) return OF_OUTCOMES;
  if (a.figure.measure !== null) return OF_MEASURES;
  return isOneDate(a, b) ? OF_DATED_COUNTS : OF_COUNTS;
}

const isOneDate = ({ date: a }: FigureStatement, { date: b }: FigureStatement): boolean =>
  a !== null && b !== null && a.from === b.from && a.to === b.to;

const OF_OUTCOMES: Least = { words: 2, share: 0.25, names: 0, nameShare: 0 };
const OF_COUNTS: Least = { words: 3, share: 0.5, names: 1, nameShare: 0.5 };
const OF_DATED_COUNTS: Least = { words: 2, share: 0.6, names: 1, nameShare: 0.5 };
const OF_MEASURES: Least = { words: 4, share: 0.6, names: 1, nameShare: 0.5 };

/** The clause of one is dated, and the other's is dated otherwise or told too long after. */
function haveOtherDates(a: FigureStatement, b: FigureStatement): boolean {
  if (a.date === null) return false;
  if (b.date !== null) return a.date.to < b.date.from || b.date.to < a.date.from;
  if (b.day === null) return a.day !== null && Math.abs(daysBetween(a.date.to, a.day)) > NEAR;
  return daysBetween(a.date.to, b.day) > NEAR || daysBetween(a.date.from, b.day) < -1;
}

/** Days between an event and the reports of it. */
const NEAR = 7;
const LONGEST_CHANGE = 60;

/** Told on different days, or at different hours of one, of what is still being counted. */
function isChange(a: FigureStatement, b: FigureStatement): boolean {
  if (a.outcome === null || a.day === null || b.day === null) return false;
  if (isTakenBack(a, b)) return false;
  const days = daysBetween(a.day, b.day);
  if (days > 0) return days <= LONGEST_CHANGE;
  return a.time !== null && b.time !== null && a.time !== b.time;
}

/** Fewer than before, told by somebody else: the dead do not become fewer, two counts differ. */
function isTakenBack(a: FigureStatement, b: FigureStatement): boolean {
  if (a.outcome !== "killed" && a.outcome !== "injured") return false;
  const [first, second] = [a, b].map(({ attribution }) => fold(attribution?.speaker ?? ""));
  return b.most < a.least && first !== second;
}

/** Told on one day, or of one dated day, and no change. Reports without days may be years apart. */
function isClash(a: FigureStatement, b: FigureStatement): boolean {
  if (isChange(a, b)) return false;
  return (a.day !== null && a.day === b.day) || isOneDate(a, b);
}

/** From the earliest of them to the latest. */
function tellChange(pairs: readonly (readonly [FigureStatement, FigureStatement])[]): Conflict {
  const all = [...new Set(pairs.flat())].sort(byTime);
  const first = all[0];
  const last = pairs.filter(([a]) => a === first).at(-1)?.[1] ?? all.at(-1);
  if (first === undefined || last === undefined) throw new Error("a change has two ends");
  return tell("superseded", first, last, { earlier: first.day ?? "", later: last.day ?? "" });
}

function tellClash([first, second]: readonly [FigureStatement, FigureStatement]): Conflict {
  const on = first.date?.from ?? first.day ?? "";
  return tell("contradiction", first, second, { on });
}

function tell(
  kind: Conflict["kind"],
  first: FigureStatement,
  second: FigureStatement,
  params: Conflict["params"],
): Conflict {
  return {
    kind,
    theme: null,
    params: { ...params, values: [first.figure.text, second.figure.text] },
    ranges: [first, second].map(({ article, figure: { sentence } }) => ({
      article,
      start: sentence.start,
      end: sentence.end,
    })),
    articles: [],
  };
}
