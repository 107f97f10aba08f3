/** Articles of a period to those passages of theirs that may come back to what the last issue told. */
import { spansIn } from "../../analysis/index.js";
import type { ArticleAnalysis, ArticleRange, Conflict } from "../../model/analysis.js";
import type { Ties } from "./likeness.js";
import { speakerKey, type Told } from "./told.js";

export interface PeriodRequest {
  /** Ids. */
  readonly inPeriod: readonly string[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly ties: Ties;
  readonly conflicts: readonly Conflict[];
  readonly toldAt: (range: ArticleRange) => Told;
}

/** @returns what of the period is of one story with a statement, by its speaker, or bears it out */
export function readPeriod(request: PeriodRequest): (before: Told) => readonly Told[] {
  const { inPeriod, analyses, ties, conflicts, toldAt } = request;
  const current = new Set(inPeriod);
  const stories = Map.groupBy(inPeriod, (article) => ties.storyOf(article));
  const bySpeaker = indexSpeakers(inPeriod, analyses);
  const ofStory = (article: string) => {
    const story = ties.storyOf(article);
    return story === undefined ? [] : (stories.get(story) ?? []);
  };
  return ({ range, speakers }) => {
    const changed = conflicts
      .filter(({ kind, ranges }) => kind === "superseded" && overlapsFirst(ranges, range))
      .flatMap(({ ranges }) => ranges.slice(1));
    const ranges = [
      ...ofStory(range.article).flatMap((article) => passagesOf(article, analyses)),
      ...[...speakers].flatMap((speaker) => bySpeaker.get(speaker) ?? []),
      ...ties.supportsOf(range),
      ...changed,
    ].filter(({ article }) => current.has(article));
    const distinct = new Map(ranges.map((each) => [keyOf(each), each]));
    return [...distinct.values()].slice(0, MOST_COMPARED).map(toldAt);
  };
}

/** Of a story that fills the news, the first passages are enough. */
const MOST_COMPARED = 2000;

const keyOf = ({ article, start, end }: ArticleRange): string => `${article} ${start} ${end}`;

function overlapsFirst([first]: readonly ArticleRange[], range: ArticleRange): boolean {
  return first?.article === range.article && first.start < range.end && range.start < first.end;
}

function passagesOf(article: string, analyses: PeriodRequest["analyses"]): readonly ArticleRange[] {
  const passages = analyses.get(article)?.passages ?? [];
  // What the desk leaves out has no words.
  return passages
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ article, start, end }));
}

/** Passages by who speaks in them. */
function indexSpeakers(
  articles: readonly string[],
  analyses: PeriodRequest["analyses"],
): ReadonlyMap<string, readonly ArticleRange[]> {
  const index = new Map<string, ArticleRange[]>();
  for (const article of articles) {
    const analysis = analyses.get(article);
    for (const said of analysis?.attributions ?? []) {
      const speaker = speakerKey(said);
      if (speaker === null) continue;
      const passages = spansIn(analysis?.passages ?? [], said);
      const ranges = passages.map(({ start, end }) => ({ article, start, end }));
      index.set(speaker, [...(index.get(speaker) ?? []), ...ranges].slice(0, MOST_COMPARED));
    }
  }
  return index;
}
