/**
 * From a period to the articles that its issue may look at: all of them, or of a large corpus those
 * of the period, the background that says most of the brief's themes, and those without a day.
 */
import type { ArticleHead, CorpusStore, DayRange } from "./corpus/index.js";
import { LAST_DAY, type Period, shiftDay } from "./issue/index.js";
import type { Unread } from "./model/article.js";
import type { Beyond } from "./model/issue.js";

export interface ReachRequest {
  /** The last day that counts. */
  readonly seen: string;
  readonly backgroundDays: number;
  /** Where more could be background, so many are. */
  readonly backgroundArticles: number;
  /** Strong terms of the brief's themes, theme by theme. */
  readonly terms: readonly (readonly string[])[];
}

export interface Reach {
  /** In the order of files. */
  readonly heads: readonly ArticleHead[];
  /** Whether that is the whole corpus. */
  readonly isWhole: boolean;
  /** Ids of articles in reach that would be background, but that others are preferred to. */
  readonly reserve: ReadonlySet<string>;
  readonly beyond: readonly Beyond[];
  readonly unread: readonly Unread[];
}

/** A corpus up to this size is looked at as a whole, and accounted for article by article. */
const WHOLE = 5000;
/** Of a larger one, so many articles without a day are compared with others to find it. */
const MOST_UNDATED = 2000;

export function chooseReach(
  store: CorpusStore,
  period: Period | null,
  request: ReachRequest,
): Reach {
  const unread = store.unread();
  if (store.count() + unread.length <= WHOLE) return wholeReach(store, period, request, unread);
  const undated = store.undated();
  const taken = undated.slice(0, MOST_UNDATED);
  const told = unread.slice(0, MOST_UNDATED);
  const aside: Beyond[] = [
    count("undated", `states no day; that of ${MOST_UNDATED} is worked out`, undated, taken),
    count("unreadable", "gave no article, or one that is there already", unread, told),
  ].filter(({ articles }) => articles > 0);
  const dated = period === null ? [] : datedReach(store, period, request);
  const heads = [...taken, ...dated].sort((a, b) => (a.file < b.file ? -1 : 1));
  const beyond = [...(period === null ? [] : countBeyond(store, period, request, dated)), ...aside];
  return { heads, isWhole: false, reserve: new Set(), beyond, unread: told };
}

function count(
  fate: Beyond["fate"],
  reason: string,
  all: readonly unknown[],
  taken: readonly unknown[],
): Beyond {
  return { fate, reason, articles: all.length - taken.length };
}

function wholeReach(
  store: CorpusStore,
  period: Period | null,
  request: ReachRequest,
  unread: readonly Unread[],
): Reach {
  const all = { heads: store.all(), isWhole: true, beyond: [], unread };
  if (period === null) return { ...all, reserve: new Set() };
  const days = backgroundOf(period, request);
  if (store.countBetween(days) <= request.backgroundArticles) return { ...all, reserve: new Set() };
  const picked = new Set(pickBackground(store, days, request).map(({ id }) => id));
  const left = store.between(days).filter(({ id }) => !picked.has(id));
  return { ...all, reserve: new Set(left.map(({ id }) => id)) };
}

function datedReach(store: CorpusStore, period: Period, request: ReachRequest): ArticleHead[] {
  const days = backgroundOf(period, request);
  const isFew = store.countBetween(days) <= request.backgroundArticles;
  const background = isFew ? store.between(days) : pickBackground(store, days, request);
  return [...background, ...store.between(period)];
}

/** The days before the period that may serve as background, of those that are seen. */
function backgroundOf({ from }: Period, { seen, backgroundDays }: ReachRequest): DayRange {
  const last = shiftDay(from, -1);
  return { from: shiftDay(from, -backgroundDays), to: last < seen ? last : seen };
}

/** Each theme in turn gives the article that holds most of its strong terms, of equals the newest. */
function pickBackground(
  store: CorpusStore,
  days: DayRange,
  { terms, backgroundArticles }: ReachRequest,
): ArticleHead[] {
  const lists = terms.map((strong) => store.richest(strong, days, backgroundArticles));
  const picked = new Map<string, ArticleHead>();
  for (let rank = 0; rank < backgroundArticles; rank += 1) {
    for (const list of lists) {
      const head = list[rank];
      if (head !== undefined && picked.size < backgroundArticles) picked.set(head.id, head);
    }
  }
  return [...picked.values()];
}

function countBeyond(
  store: CorpusStore,
  period: Period,
  request: ReachRequest,
  dated: readonly ArticleHead[],
): Beyond[] {
  const days = backgroundOf(period, request);
  const { from } = days;
  const earlier = store.countBetween({ from: FIRST_DAY, to: shiftDay(from, -1) });
  const later = store.countBetween({ from: shiftDay(period.to, 1), to: LAST_DAY });
  const between = store.countBetween({ from, to: shiftDay(period.from, -1) });
  const background = dated.filter(({ day }) => (day ?? "") < period.from).length;
  const beyond: Beyond[] = [
    {
      fate: "out-of-period",
      reason: `before ${from}, the start of background`,
      articles: earlier,
    },
    { fate: "out-of-period", reason: "after the period", articles: later },
    {
      fate: "not-used",
      reason: "before the period, and others say more of the themes",
      articles: between - background,
    },
  ];
  return beyond.filter(({ articles }) => articles > 0);
}

const FIRST_DAY = "1000-01-01";
