/** Figures of the articles to statements that can be compared: what is counted, what befell it, when and where. */
import type { ArticleAnalysis, Figure } from "../../model/analysis.js";
import { type Article, articleDay } from "../../model/article.js";
import { stem } from "../../text/stems.js";
import { splitWords, type Word } from "../../text/words.js";
import { conceptWords } from "../events/concept-words.js";
import { claimOf, type FigureClaim } from "../figures/figure-claims.js";
import { spansIn } from "../spans.js";
import { APART, isPeople, type Outcome, outcomeOf } from "./outcome-words.js";

export interface FigureStatement extends FigureClaim {
  readonly article: string;
  readonly figure: Figure;
  /** The values that the figure allows, ends included. */
  readonly least: number;
  readonly most: number;
  /** What is counted, in a form that is equal for equal things. */
  readonly subject: string;
  readonly outcome: Outcome | null;
  /** Day of the article. */
  readonly day: string | null;
  /** `HH:MM` of its publication. */
  readonly time: string | null;
  /** Stems of the sentence, numbers and names aside. */
  readonly terms: ReadonlySet<string>;
  /** Names in the sentence, those of speakers aside. */
  readonly names: ReadonlySet<string>;
}

/** Those figures of an article that stand for a whole, by themselves, as a fact. */
export function readStatements(
  article: Article,
  analysis: ArticleAnalysis,
  places: ReadonlySet<string>,
): FigureStatement[] {
  const { figures } = analysis;
  const inSentence = Map.groupBy(figures, ({ sentence }) => sentence.start);
  return figures.flatMap((figure, index) => {
    const beside = inSentence.get(figure.sentence.start)?.length ?? 0;
    if (beside > MOST_BESIDE) return [];
    const next = figures[index + 1];
    const last = figures[index - 1];
    if (figure.role === "part" || isSameRange(figure, last)) return [];
    const high = isSameRange(figure, next) ? next : undefined;
    return readStatement(figure, high, article, analysis, places) ?? [];
  });
}

/** Figures of one sentence; more are a list of statistics, in which each has another meaning. */
const MOST_BESIDE = 4;

const isSameRange = (a: Figure, b: Figure | undefined): boolean =>
  b !== undefined && a.start === b.start && a.end === b.end;

function readStatement(
  figure: Figure,
  high: Figure | undefined,
  article: Article,
  analysis: ArticleAnalysis,
  places: ReadonlySet<string>,
): FigureStatement | null {
  const { sentence } = figure;
  if (sentence.text.length > LONGEST_SENTENCE) return null;
  const { language, published } = article;
  const table = conceptWords(language);
  const words = splitWords(sentence.text);
  const at = words.findIndex(({ end }) => sentence.start + end > figure.start);
  const behind = words.findIndex(({ start }) => sentence.start + start >= figure.end);
  const to = behind < 0 ? words.length : behind;
  if (isApart(words, at, to, sentence.text, table.negations)) return null;
  const outcome = outcomeBeside(words, at, to, sentence.text);
  const subject = subjectOf(figure, language);
  if (subject === null) return null;
  const claim = claimOf(figure, analysis);
  const speaker = new Set(splitWords(claim.attribution?.speaker ?? "").map(({ folded }) => folded));
  const [least, most] = high === undefined ? valuesOf(figure) : [figure.value, high.value];
  const plain = words.filter(
    (word) => !isName(word, sentence.text) && !/^\p{Nd}/u.test(word.folded),
  );
  return {
    ...claim,
    article: article.id,
    figure,
    least,
    most,
    subject,
    outcome,
    day: articleDay(article),
    time: published?.time ?? null,
    terms: new Set(
      plain
        .filter(({ folded }) => folded.length > 2 && !table.empty.has(folded))
        .map(({ folded }) => {
          const root = stem(folded, language);
          return table.concepts.get(root) ?? root;
        }),
    ),
    names: new Set([
      ...words
        .filter(
          (word, index) =>
            index > 0 &&
            isName(word, sentence.text) &&
            !speaker.has(word.folded) &&
            !table.empty.has(word.folded),
        )
        .map(({ folded }) => folded),
      ...spansIn(analysis.names, sentence)
        .filter(({ entity }) => places.has(entity))
        .map(({ entity }) => entity),
    ]),
  };
}

const LONGEST_SENTENCE = 1000;

const isName = ({ start }: Word, text: string): boolean =>
  /^\p{Lu}/u.test(text.slice(start, start + 2));

/** Words that set the figure apart stand near it; a negation or a table's `vs` anywhere. */
function isApart(
  words: readonly Word[],
  at: number,
  to: number,
  text: string,
  negations: ReadonlySet<string>,
): boolean {
  // A month is written as a name is: "on May 3".
  const near = words.slice(Math.max(0, at - 6), to + 4);
  const sets = (word: Word) => APART.has(word.folded) && (word.start === 0 || !isName(word, text));
  if (near.some(sets)) return true;
  return words.some(({ folded }) => negations.has(folded) || TABULAR.has(folded));
}

const TABULAR: ReadonlySet<string> = new Set(["vs", "versus"]);

/** The nearest word for what befell those counted, in the figure itself, behind it or before it. */
function outcomeBeside(
  words: readonly Word[],
  at: number,
  to: number,
  text: string,
): Outcome | null {
  for (let index = to - 1; index >= at; index -= 1) {
    const found = outcomeOf(words[index]?.folded ?? "");
    if (found !== null) return found;
  }
  for (let step = 0; step < REACH; step += 1) {
    const behind = words[to + step];
    if (behind !== undefined && !isParted(text, words, to - 1, to + step)) {
      const found = outcomeOf(behind.folded);
      if (found !== null) return found;
    }
    const before = words[at - 1 - step];
    if (before !== undefined && step < REACH_BACK && !isParted(text, words, at - 1 - step, at)) {
      const found = outcomeOf(before.folded);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Words behind a figure and before it. */
const REACH = 7;
const REACH_BACK = 5;

function isParted(text: string, words: readonly Word[], from: number, to: number): boolean {
  const between = text.slice(words[from]?.end ?? 0, words[to]?.start ?? 0);
  return /[,;:()—]|\s(?:and|ve|и|et|und|y|e|while|but)\s|\sو/u.test(between);
}

/** People at large are one subject in all languages; otherwise the words of the noun phrase. */
function subjectOf({ of, measure }: Figure, language: string): string | null {
  if (of === null) return measure === null ? null : `${measure}|`;
  const words = splitWords(of).map(({ folded }) => folded);
  if (measure === null && words.length === 1 && isPeople(words[0] ?? "")) return "|people";
  return `${measure ?? ""}|${words
    .map((word) => stem(word, language))
    .sort()
    .join(" ")}`;
}

/** What a qualifier and rounding leave open. */
function valuesOf({ value, bound }: Figure): readonly [number, number] {
  const slack = bound === "about" ? value * ROUGHLY : roundingOf(value);
  switch (bound) {
    case "more-than":
    case "at-least":
      return [value - slack, Infinity];
    case "less-than":
    case "at-most":
      return [0, value + slack];
    default:
      return [value - slack, value + slack];
  }
}

const ROUGHLY = 0.15;

/** A number from a thousand may be rounded at its last place that is not zero, by a tenth at most. */
function roundingOf(value: number): number {
  if (value < 100) return value % 1 === 0 ? 0 : value * 0.05;
  let place = 1;
  while (place < value && value % (place * 10) === 0) place *= 10;
  return place === 1 ? 0 : Math.min(place / 2, value / 10);
}
