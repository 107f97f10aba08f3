/** What two issues tell to how surely it is the same thing, other articles and other words included. */
import type { ArticleRange } from "../../model/analysis.js";
import { daysBetween } from "../../text/dates-calendar.js";
import { rarity, type TermStatistics } from "../../text/similarity.js";
import { areOpposite } from "./opposites.js";
import type { Told } from "./told.js";

/** What is known of ranges beyond their own words. */
export interface Ties {
  /** Place of each article's story among the stories. */
  readonly storyOf: (article: string) => number | undefined;
  /** Passages of other origins that report the same event. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
  readonly languageOf: (article: string) => string;
  /** In how many of the statements of both issues each term is. */
  readonly statistics: TermStatistics;
}

export interface Likeness {
  /** 0 where they are of different things. */
  readonly score: number;
  /** The later one tells the opposite. */
  readonly isTurned: boolean;
}

const NONE: Likeness = { score: 0, isTurned: false };

export function compareTold(before: Told, now: Told, ties: Ties): Likeness {
  if (isSameCopy(before, now)) return { score: 1, isTurned: false };
  if (isSupport(before, now, ties)) return { score: BORNE_OUT, isTurned: false };
  if (haveOtherDates(before, now)) return NONE;
  const { count, share } = overlapOf(before.terms, now.terms, ties.statistics);
  const isSpeaker = sharesOne(before.speakers, now.speakers);
  const isOther = before.speakers.size > 0 && now.speakers.size > 0 && !isSpeaker;
  const story = ties.storyOf(before.range.article);
  const isStory = story !== undefined && story === ties.storyOf(now.range.article);
  const least = isSpeaker ? (isStory ? SAID_OF_STORY : SAID) : isStory ? OF_STORY : null;
  if (least === null || isOther || count < least.words || share < least.share) return NONE;
  const languages = [before, now].map(({ range }) => ties.languageOf(range.article));
  const isTurned = areOpposite(before, now, [languages[0] ?? "", languages[1] ?? ""]);
  return { score: share * (isStory ? OF_ONE_STORY : OF_OTHERS), isTurned };
}

/** Whether one may come back to the other, in whatever words: too little to say that it does. */
export function mayComeBack(before: Told, now: Told, { statistics }: Ties): boolean {
  const { count, share } = overlapOf(before.terms, now.terms, statistics);
  return count >= FAINT.words && share >= FAINT.share;
}

const FAINT: Least = { words: 2, share: 0.3 };

/** Shared terms, and their part of the smaller set, that a pair needs at least. */
interface Least {
  readonly words: number;
  readonly share: number;
}

/** The same person on the same story, on any story; one story alone. */
const SAID_OF_STORY: Least = { words: 3, share: 0.3 };
const SAID: Least = { words: 4, share: 0.5 };
const OF_STORY: Least = { words: 4, share: 0.45 };

const BORNE_OUT = 0.95;
const OF_ONE_STORY = 0.9;
const OF_OTHERS = 0.8;

/** Nearly all runs of two words of the shorter one stand in the other: a reprint, cut or edited. */
function isSameCopy(
  { words: a, figures: ours }: Told,
  { words: b, figures: theirs }: Told,
): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < FEWEST_WORDS) return false;
  const numbers = (figures: Told["figures"]) => figures.map(({ figure }) => figure.value).join();
  if (numbers(ours) !== numbers(theirs)) return false;
  const runs = new Set(runsOf(long));
  const own = runsOf(short);
  return own.filter((run) => runs.has(run)).length >= own.length * SAME_RUNS;
}

const FEWEST_WORDS = 6;
const SAME_RUNS = 0.85;

const runsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at]} ${word}`);

function isSupport(before: Told, now: Told, { supportsOf }: Ties): boolean {
  const isIn = (range: ArticleRange, other: ArticleRange) =>
    range.article === other.article && range.start < other.end && other.start < range.end;
  return (
    supportsOf(before.range).some((range) => isIn(range, now.range)) ||
    supportsOf(now.range).some((range) => isIn(range, before.range))
  );
}

/** Both give days, and none of the one is near one of the other. */
function haveOtherDates({ dates: ours }: Told, { dates: theirs }: Told): boolean {
  if (ours.length === 0 || theirs.length === 0) return false;
  return !ours.some((a) =>
    theirs.some((b) => daysBetween(a.to, b.from) <= NEAR && daysBetween(b.to, a.from) <= NEAR),
  );
}

/** Days that the telling of one event may shift. */
const NEAR = 1;

/** Shared terms, and their rarity as a part of that of the set with less to say. */
function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>, statistics: TermStatistics) {
  const weigh = (terms: readonly string[]) =>
    terms.reduce((sum, term) => sum + rarity(term, statistics), 0);
  const shared = [...a].filter((term) => b.has(term));
  const smaller = Math.min(weigh([...a]), weigh([...b]));
  return { count: shared.length, share: smaller === 0 ? 0 : weigh(shared) / smaller };
}

function sharesOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((item) => b.has(item));
}
