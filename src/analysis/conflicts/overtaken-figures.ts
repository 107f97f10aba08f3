/**
 * Figures of a story to those that a later report gives as what was before: "12 tonnes, up from three
 * tonnes" where an earlier report of the story tells of three tonnes.
 */
import type { ArticleAnalysis, Conflict, Figure, Story } from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import { stem } from "../../text/stems.js";
import { splitWords } from "../../text/words.js";

/** @returns one conflict of kind `superseded` for each pair of figures that a later report names */
export function findOvertakenFigures(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  stories: readonly Story[],
): Conflict[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return stories.flatMap((story) => {
    if (story.articles.length < 2) return [];
    const told = story.articles
      .slice(0, LARGEST_STORY)
      .flatMap((id) => figuresOf(byId.get(id), analyses.get(id)));
    const later = told.filter(({ article, figure }) =>
      told.some((was) => was.article === article && isBefore(was.figure, figure)),
    );
    return later.flatMap((now) => overtakenBy(now, told));
  });
}

/** Reports of a story that are looked at, the earliest ones. */
const LARGEST_STORY = 200;

interface ToldFigure {
  readonly article: string;
  readonly language: string;
  readonly day: string;
  readonly figure: Figure;
}

function figuresOf(
  article: Article | undefined,
  analysis: ArticleAnalysis | undefined,
): ToldFigure[] {
  const day = article === undefined ? null : articleDay(article);
  if (article === undefined || analysis === undefined || day === null) return [];
  const { id, language } = article;
  return analysis.figures
    .filter(({ role, measure }) => role === "single" && measure !== null)
    .map((figure) => ({ article: id, language, day, figure }));
}

/** "rose to 12 tonnes, up from | three tonnes": the first is now, the second was before. */
function isBefore(was: Figure, now: Figure): boolean {
  if (was.sentence.start !== now.sentence.start || was.measure !== now.measure) return false;
  if (was.value === now.value || was.start < now.end) return false;
  const { start, text } = now.sentence;
  const between = text.slice(now.end - start, was.start - start);
  return between.length < LONGEST_GAP && WAS.test(between);
}

/** Code units between the two figures. */
const LONGEST_GAP = 40;

/** What stands right before an earlier value. */
const WAS =
  /(?:^|[\s,])(?:from|compared (?:with|to)|contre|gegenüber|nach|frente a|desde|rispetto a|contro|против|по сравнению с|بعد أن كانت?|مقابل|έναντι|από)\s+$/iu;

function overtakenBy(now: ToldFigure, told: readonly ToldFigure[]): Conflict[] {
  const before = told.filter(
    ({ article, figure }) => article === now.article && isBefore(figure, now.figure),
  );
  const earlier = told.find(
    (other) =>
      other.day < now.day &&
      other.language === now.language &&
      before.some(({ figure }) => isSameValue(figure, other.figure)) &&
      sharesWords(other, now),
  );
  return earlier === undefined ? [] : [tell(earlier, now)];
}

const isSameValue = (first: Figure, second: Figure): boolean =>
  first.value === second.value && first.measure === second.measure;

/** Words of content that the two sentences share at the least, units and numbers aside. */
const FEWEST_SHARED = 2;

function sharesWords(first: ToldFigure, second: ToldFigure): boolean {
  const words = wordsOf(first);
  return [...wordsOf(second)].filter((word) => words.has(word)).length >= FEWEST_SHARED;
}

function wordsOf({ figure, language }: ToldFigure): ReadonlySet<string> {
  const { sentence } = figure;
  const own = splitWords(sentence.text).filter(({ folded }) => /^\p{L}{4,}/u.test(folded));
  const measure = figure.measure ?? "";
  return new Set(
    own
      .filter(({ folded }) => !measure.includes(folded))
      .map(({ folded }) => stem(folded, language)),
  );
}

function tell(earlier: ToldFigure, later: ToldFigure): Conflict {
  return {
    kind: "superseded",
    theme: null,
    params: {
      earlier: earlier.day,
      later: later.day,
      values: [earlier.figure.text, later.figure.text],
    },
    ranges: [earlier, later].map(({ article, figure: { sentence } }) => ({
      article,
      start: sentence.start,
      end: sentence.end,
    })),
    articles: [],
  };
}
