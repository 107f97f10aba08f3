/**
 * Lines of a page without its markup to those of the article: scores by form and words, then the
 * stretch of the largest sum (maximum subarray, Bentley, 1984).
 */
import { type LineShape, shapeOf } from "./line-scores.js";

export interface MainLines {
  /** The first line of the stretch, and the one after its last; equal where there is no prose. */
  readonly start: number;
  readonly end: number;
  /** The headline's line, before the stretch or its first; -1 where none shows itself. */
  readonly title: number;
  /** Per line, about -8 for what is surely none of the article's to 6 for long prose. */
  readonly scores: readonly number[];
  /** Per line, whether it is the article's own; false everywhere outside the stretch. */
  readonly kept: readonly boolean[];
}

export interface MainLinesOptions {
  /** BCP 47, for the share of function words. */
  readonly language: string;
  /** Whether a line recurs over the articles of the same host. */
  readonly isRecurring?: (text: string) => boolean;
}

/** Never deletes by a single sign: what is scored down only parts the stretches. */
export function findMainLines(texts: readonly string[], options: MainLinesOptions): MainLines {
  const shapes = texts.map((text) => shapeOf(text, options.language));
  const title = findTitle(shapes);
  const first = scoreInContext(shapes, title, options);
  const scores = addCohesion(shapes, first, bestStretch(first), title);
  const stretch = fromTitle(bestStretch(scores), scores, title);
  return { ...stretch, title, scores, kept: keepLines(shapes, scores, stretch) };
}

const RECURRING = 4;
const TITLE_BONUS = 4;
/** From here on, one more line that is no prose says little: menus are long, and so are an article's lists. */
const LONG_RUN = 16;

function scoreInContext(
  shapes: readonly LineShape[],
  title: number,
  { isRecurring }: MainLinesOptions,
): number[] {
  const listed = findListed(shapes);
  let others = 0;
  return shapes.map((shape, index) => {
    others = shape.isProse ? 0 : others + 1;
    let { score } = shape;
    if (score < 0 && score > -3 && others > LONG_RUN) score /= 8;
    if (score > 0 && listed.has(index)) score = Math.min(score, 0.3);
    if (index === title) score += TITLE_BONUS;
    if (isRecurring?.(shape.text)) score -= RECURRING;
    return score;
  });
}

const COHESION = { strange: 0.08, known: 0.3, bonus: 1, words: 12 } as const;

/** Prose in the words of the stretch and its title counts for more, prose in others for less. */
function addCohesion(
  shapes: readonly LineShape[],
  scores: readonly number[],
  { start, end }: Stretch,
  title: number,
): number[] {
  const counts = new Map<string, number>();
  for (const [index, shape] of shapes.entries()) {
    const weight = index === title ? 2 : index >= start && index < end && shape.isProse ? 1 : 0;
    if (weight === 0) continue;
    for (const word of shape.content) counts.set(word, (counts.get(word) ?? 0) + weight);
  }
  const isOutside = (index: number) => index < start || index >= end;
  return scores.map((score, index) => {
    const shape = shapes[index];
    if (shape === undefined || !shape.isProse || score <= 0) return score;
    const alone = isAlone(shapes, index) ? score / 2 : score;
    if (shape.words < COHESION.words) return alone;
    const least = isOutside(index) ? 2 : 3;
    let shared = 0;
    for (const word of shape.content) if ((counts.get(word) ?? 0) >= least) shared += 1;
    const share = shared / Math.max(1, shape.content.size);
    if (share >= COHESION.known) return score + COHESION.bonus;
    return share < COHESION.strange ? alone / 2 : alone;
  });
}

/** Prose between lines that are none is often a teaser. */
function isAlone(shapes: readonly LineShape[], index: number): boolean {
  return !shapes[index - 1]?.isProse && !shapes[index + 1]?.isProse;
}

/** Entries of a kind: so many lines of the same stamp, with a short line beside each. */
const ENTRIES = { least: 4, reach: 3 } as const;

/** Lines of comments and teasers: beside a name and a stamp whose form comes again and again. */
function findListed(shapes: readonly LineShape[]): ReadonlySet<number> {
  const byForm = new Map<string, number[]>();
  for (const [index, shape] of shapes.entries()) {
    if (!shape.isStamp || (shapes[index - 1]?.isProse && shapes[index + 1]?.isProse)) continue;
    const form = shape.text.replace(/\p{L}+/gu, "a").replace(/\d+/g, "0");
    byForm.set(form, [...(byForm.get(form) ?? []), index]);
  }
  const listed = new Set<number>();
  for (const stamps of byForm.values()) {
    if (stamps.length < ENTRIES.least) continue;
    for (const stamp of stamps) {
      for (let step = 1; step <= ENTRIES.reach; step += 1) listed.add(stamp + step);
    }
  }
  return listed;
}

const TITLE = { words: [3, 30], reach: 40, prose: 10, least: 0.8, above: 3, better: 1.1 } as const;

/** The line above prose whose words that prose says most often. */
function findTitle(shapes: readonly LineShape[]): number {
  let best = -1;
  let most: number = TITLE.least;
  for (const [index, shape] of shapes.entries()) {
    if (!mayBeTitle(shape)) continue;
    const above = shapes.slice(Math.max(0, index - TITLE.above), index);
    if (above.some(isArticleProse)) continue;
    const told = toldBelow(shapes, index);
    if (told > most * TITLE.better) [best, most] = [index, told];
  }
  return best;
}

function isArticleProse({ isProse, score }: LineShape): boolean {
  return isProse && score > 0;
}

function mayBeTitle({ text, words, isSideHead, isStamp, content }: LineShape): boolean {
  const fits = words >= TITLE.words[0] && words <= TITLE.words[1] && content.size >= 2;
  return fits && !isSideHead && !isStamp && !/[.…:]$|\|/u.test(text);
}

function toldBelow(shapes: readonly LineShape[], index: number): number {
  const { content } = shapes[index] ?? { content: new Set<string>() };
  let told = 0;
  let seen = 0;
  for (let below = index + 1; below <= index + TITLE.reach && seen < TITLE.prose; below += 1) {
    const shape = shapes[below];
    if (shape === undefined) break;
    if (!isArticleProse(shape)) continue;
    seen += 1;
    told += shareOf(content, shape.content);
  }
  for (const shape of shapes.slice(Math.max(0, index - TITLE.prose), index)) {
    if (isArticleProse(shape)) told -= shareOf(content, shape.content);
  }
  return told;
}

function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of words) if (others.has(word)) shared += 1;
  return words.size === 0 ? 0 : shared / words.size;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function bestStretch(scores: readonly number[]): Stretch {
  let best = { start: 0, end: 0, sum: 0 };
  let start = 0;
  let sum = 0;
  for (const [index, score] of scores.entries()) {
    if (sum <= 0) [start, sum] = [index, 0];
    sum += score;
    if (sum > best.sum) best = { start, end: index + 1, sum };
  }
  return best;
}

/** What stands above the headline is not the article's, unless it is much of the stretch. */
const MAX_ABOVE_TITLE = 0.3;

function fromTitle({ start, end }: Stretch, scores: readonly number[], title: number): Stretch {
  if (title < start || title >= end) return { start, end };
  const sum = (from: number, to: number) =>
    scores.slice(from, to).reduce((total, score) => total + Math.max(0, score), 0);
  const above = sum(start, title);
  return above <= sum(start, end) * MAX_ABOVE_TITLE ? { start: title, end } : { start, end };
}

/** At or below it a line goes even from the midst of the article. */
const DROPPED = -2.5;

/** Side heads and the headlines below them go up to the next prose. */
function keepLines(
  shapes: readonly LineShape[],
  scores: readonly number[],
  { start, end }: Stretch,
): boolean[] {
  let isAside = false;
  return shapes.map((shape, index) => {
    if (index < start || index >= end) return false;
    if (shape.isSideHead) isAside = true;
    else if (shape.isProse) isAside = false;
    return !isAside && !shape.isInterruption && (scores[index] ?? 0) > DROPPED;
  });
}
