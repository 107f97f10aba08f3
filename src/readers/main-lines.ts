/**
 * Lines of a page without its markup to those of the article: scores by form and words, then the
 * stretch of the largest sum (maximum subarray, Bentley, 1984).
 */
import { findHeadline } from "./find-headline.js";
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
  const title = findHeadline(shapes);
  const first = scoreInContext(shapes, title, options);
  const scores = addCohesion(shapes, first, bestStretch(first), title);
  const stretch = withList(fromTitle(bestStretch(scores), scores, title), shapes);
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
    others = shape.kind === "prose" ? 0 : others + 1;
    let { score } = shape;
    if (score < 0 && score > -3 && others > LONG_RUN) score /= 8;
    if (score > -2 && shapes[index - 1]?.kind === "about-head") score = -2;
    if (score > 0 && listed.has(index)) score = Math.min(score, 0.3);
    if (index === title) score += TITLE_BONUS;
    if (isRecurring?.(shape.text)) score -= RECURRING;
    return score;
  });
}

/** Prose between lines that are none is often a teaser. */
const ALONE = 0.7;
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
    const weight =
      index === title ? 2 : index >= start && index < end && shape.kind === "prose" ? 1 : 0;
    if (weight === 0) continue;
    for (const word of shape.stems) counts.set(word, (counts.get(word) ?? 0) + weight);
  }
  const isOutside = (index: number) => index < start || index >= end;
  return scores.map((score, index) => {
    const shape = shapes[index];
    if (shape === undefined || shape.kind !== "prose" || score <= 0) return score;
    const alone = isAlone(shapes, index) ? score * ALONE : score;
    if (shape.words < COHESION.words) return alone;
    const least = isOutside(index) ? 2 : 3;
    let shared = 0;
    for (const word of shape.stems) if ((counts.get(word) ?? 0) >= least) shared += 1;
    const share = shared / Math.max(1, shape.stems.size);
    if (share >= COHESION.known) return score + COHESION.bonus;
    return share < COHESION.strange ? alone / 2 : alone;
  });
}

/** Prose between lines that are none is often a teaser. */
function isAlone(shapes: readonly LineShape[], index: number): boolean {
  return shapes[index - 1]?.kind !== "prose" && shapes[index + 1]?.kind !== "prose";
}

/** Entries of a kind: so many lines of the same stamp, with a short line beside each. */
const ENTRIES = { least: 4, reach: 3 } as const;

function isBetweenProse(shapes: readonly LineShape[], index: number): boolean {
  return shapes[index - 1]?.kind === "prose" && shapes[index + 1]?.kind === "prose";
}

/** Lines of comments and teasers: beside a name and a stamp whose form comes again and again. */
function findListed(shapes: readonly LineShape[]): ReadonlySet<number> {
  const byForm = new Map<string, number[]>();
  for (const [index, shape] of shapes.entries()) {
    if (shape.kind !== "stamp" || isBetweenProse(shapes, index)) continue;
    const form = shape.text.replace(/\p{L}+/gu, "a").replace(/\d+/g, "0");
    const entries = byForm.get(form) ?? [];
    entries.push(index);
    byForm.set(form, entries);
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

const LIST = { heads: 2, least: 4, words: [3, 20] } as const;

/** Results, dates or prices at the end of an article: line after line with a figure in it. */
function withList({ start, end }: Stretch, shapes: readonly LineShape[]): Stretch {
  if (start === end) return { start, end };
  const head = shapes.slice(end, end + LIST.heads);
  const begins = head.findIndex(isEntry);
  if (
    begins === -1 ||
    head.slice(0, begins).some(({ kind }) => kind !== "other" && kind !== "stamp")
  ) {
    return { start, end };
  }
  let last = end + begins;
  while (isEntry(shapes[last])) last += 1;
  return { start, end: last - end - begins >= LIST.least ? last : end };
}

function isEntry(shape: LineShape | undefined): boolean {
  if (shape === undefined || shape.kind === "side-head" || shape.kind === "aside") return false;
  const fits = shape.words >= LIST.words[0] && shape.words <= LIST.words[1];
  return fits && shape.kind === "other" && /\d/.test(shape.text);
}

/** At or below it a line goes even from the midst of the article. */
const DROPPED = -2.5;

/** Side heads and the headlines below them go up to the next prose. */
function keepLines(
  shapes: readonly LineShape[],
  scores: readonly number[],
  { start, end }: Stretch,
): boolean[] {
  const repeated = findRepeated(shapes);
  let isAside = false;
  return shapes.map((shape, index) => {
    if (index < start || index >= end) return false;
    if (shape.kind === "side-head" || shape.kind === "about-head") isAside = true;
    else if (shape.kind === "prose") isAside = false;
    if (isAside || shape.kind === "aside" || repeated.has(shape.text)) return false;
    return (scores[index] ?? 0) > DROPPED;
  });
}

const REPEATED_WORDS = 4;

/** Headlines that stand on the page more than once point elsewhere; so do captions of a gallery. */
function findRepeated(shapes: readonly LineShape[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const [index, { text, kind, words }] of shapes.entries()) {
    const isCaption = shapes[index - 1]?.kind === "aside" || shapes[index + 1]?.kind === "aside";
    if (words < REPEATED_WORDS || (kind === "prose" && !isCaption)) {
      if (kind === "prose") seen.add(text);
      continue;
    }
    if (seen.has(text)) repeated.add(text);
    seen.add(text);
  }
  return repeated;
}
