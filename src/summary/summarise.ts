/** From the reports of one event or subject to a summary of so many words, each statement with its place. */
import { spansIn } from "../analysis/index.js";
import type { ArticleAnalysis, ArticleRange } from "../model/analysis.js";
import { type Article, articleText } from "../model/article.js";
import type { SummaryMethod } from "../model/settings.js";
import { stem } from "../text/stems.js";
import { splitWords } from "../text/words.js";
import { bearingOf } from "./bearing.js";
import { chooseUnits, type Unit } from "./method.js";

export interface SummaryRequest {
  /** One cluster. */
  readonly articles: readonly Article[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  /** Passages of other origins that report the same event; none by default. */
  readonly supportsOf?: (range: ArticleRange) => readonly ArticleRange[];
  /** The article that speaks for an article's copies and publisher; itself by default. */
  readonly originOf?: (article: string) => string;
  /** Most words of all statements together. */
  readonly words: number;
  readonly method: SummaryMethod;
}

export interface Summary {
  readonly method: SummaryMethod;
  readonly statements: readonly SummaryStatement[];
}

export interface SummaryStatement {
  /** The words of the first citation; a break between paragraphs is a space. */
  readonly text: string;
  /** Where it stands, then where other origins report the same. */
  readonly citations: readonly ArticleRange[];
}

export function summarise(request: SummaryRequest): Summary {
  const { articles, analyses, words, method, supportsOf = () => [] } = request;
  const originOf = request.originOf ?? ((article: string) => article);
  const units = articles.flatMap((article) => {
    const analysis = analyses.get(article.id);
    return analysis === undefined ? [] : unitsOf(article, analysis, originOf(article.id));
  });
  const chosen = chooseUnits(method, {
    units: aboutTheEvent(units),
    ofOneEvent: true,
    room: { statements: Number.POSITIVE_INFINITY, words },
    lengthOf: ({ length }) => length,
    supportsOf: ({ own }) => supportsOf(own),
  });
  const told = withoutContexts(chosen).map((unit) => ({
    unit,
    day: dayOfEvent(unit.own, analyses),
  }));
  told.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  return { method, statements: told.map(({ unit }) => tell(unit, supportsOf)) };
}

/** What another statement brings along as its context is told there. */
function withoutContexts(chosen: readonly TellableUnit[]): TellableUnit[] {
  const contexts = new Set(chosen.filter(({ own, told }) => told.start < own.start).map(startOf));
  return chosen.filter(({ own }) => !contexts.has(startOf({ told: own })));
}

function startOf({ told }: { readonly told: ArticleRange }): string {
  return `${told.article} ${told.start}`;
}

/** Undated statements come last, in the order in which they were chosen. */
function dayOfEvent(
  { article, start, end }: ArticleRange,
  analyses: SummaryRequest["analyses"],
): string {
  const dates = spansIn(analyses.get(article)?.dates ?? [], { start, end });
  return dates.find(({ precision }) => precision === "day")?.from ?? UNDATED;
}

const UNDATED = "9999-12-31";

/** A passage with what it needs before it. */
interface TellableUnit extends Unit {
  /** The passage alone. */
  readonly own: ArticleRange;
  /** The passage with what it needs, without what may be left out. */
  readonly told: ArticleRange;
  readonly text: string;
  readonly length: number;
}

/** Passages that can be understood where they are printed. */
function unitsOf(article: Article, analysis: ArticleAnalysis, origin: string): TellableUnit[] {
  const text = articleText(article);
  const units: TellableUnit[] = [];
  let position = 0;
  for (const [index, passage] of analysis.passages.entries()) {
    if (!isWhole(passage.text)) continue;
    position += 1;
    const bearing = bearingOf(analysis, index, article.language);
    if (bearing === null) continue;
    const own = { article: article.id, start: passage.start, end: passage.end };
    const told = { ...own, start: bearing.context?.start ?? passage.start + bearing.elided };
    const words = stemsOf(passage.text, article.language);
    const kept = text.slice(told.start, told.end).replaceAll("\n\n", " ");
    const length = bearing.context === null ? words.length : splitWords(kept).length;
    units.push({ ...own, origin, position: position - 1, words, own, told, text: kept, length });
  }
  return units;
}

/** Headlines, bylines and lines with a date end without a stop: no sentences of a summary. */
function isWhole(text: string): boolean {
  return /[.!?…؟۔;。！？]["'”’»)\]\s\p{Zs}]{0,4}$/u.test(text.slice(-6));
}

/** What shares no two words in a row with another origin tells something else, where others do. */
function aboutTheEvent<T extends Unit>(units: readonly T[]): readonly T[] {
  const origins = new Map<string, string | null>();
  const pairsOf = ({ words }: Unit) => words.slice(1).map((word, at) => `${words[at]} ${word}`);
  for (const unit of units) {
    for (const pair of pairsOf(unit)) {
      const known = origins.get(pair);
      origins.set(pair, known === undefined || known === unit.origin ? unit.origin : null);
    }
  }
  const shared = units.filter((unit) => pairsOf(unit).some((pair) => origins.get(pair) === null));
  return shared.length > 0 ? shared : units;
}

function stemsOf(text: string, language: string): string[] {
  return splitWords(text).map(({ folded }) => stem(folded, language));
}

function tell(
  { own, told, text }: TellableUnit,
  supportsOf: (range: ArticleRange) => readonly ArticleRange[],
): SummaryStatement {
  return { text, citations: [told, ...supportsOf(own)] };
}
