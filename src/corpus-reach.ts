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

export async function chooseReach(
  store: CorpusStore,
  period: Period | null,
  request: ReachRequest,
): Promise<Reach> {
  const unread = await store.countUnread();
  if ((await store.count()) + unread <= WHOLE) return wholeReach(store, period, request);
  const taken = await store.undated(MOST_UNDATED);
  const told = await store.unread(MOST_UNDATED);
  const aside: Beyond[] = [
    {
      fate: "undated" as const,
      reason: `states no day; that of ${MOST_UNDATED} is worked out`,
      articles: (await store.countUndated()) - taken.length,
    },
    {
      fate: "unreadable" as const,
      reason: "gave no article, or one that is there already",
      articles: unread - told.length,
    },
  ].filter(({ articles }) => articles > 0);
  const dated = period === null ? [] : await datedReach(store, period, request);
  const heads = [...taken, ...dated].sort((a, b) => (a.file < b.file ? -1 : 1));
  const far = period === null ? [] : await countBeyond(store, period, request, dated);
  const beyond = [...far, ...aside];
  return { heads, isWhole: false, reserve: new Set(), beyond, unread: told };
}

async function wholeReach(
  store: CorpusStore,
  period: Period | null,
  request: ReachRequest,
): Promise<Reach> {
  const [heads, unread] = [await store.all(), await store.unread()];
  const all = { heads, isWhole: true, beyond: [], unread };
  if (period === null) return { ...all, reserve: new Set() };
  const days = backgroundOf(period, request);
  if ((await store.countBetween(days)) <= request.backgroundArticles)
    return { ...all, reserve: new Set() };
  const picked = new Set((await pickBackground(store, days, request)).map(({ id }) => id));
  const left = (await store.between(days)).filter(({ id }) => !picked.has(id));
  return { ...all, reserve: new Set(left.map(({ id }) => id)) };
}

async function datedReach(
  store: CorpusStore,
  period: Period,
  request: ReachRequest,
): Promise<ArticleHead[]> {
  const days = backgroundOf(period, request);
  const isFew = (await store.countBetween(days)) <= request.backgroundArticles;
  const background = isFew ? await store.between(days) : await pickBackground(store, days, request);
  return [...background, ...(await store.between(period))];
}

/** The days before the period that may serve as background, of those that are seen. */
function backgroundOf({ from }: Period, { seen, backgroundDays }: ReachRequest): DayRange {
  const last = shiftDay(from, -1);
  return { from: shiftDay(from, -backgroundDays), to: last < seen ? last : seen };
}

/** Each theme in turn gives the article that holds most of its strong terms, of equals the newest. */
async function pickBackground(
  store: CorpusStore,
  days: DayRange,
  { terms, backgroundArticles }: ReachRequest,
): Promise<ArticleHead[]> {
  const lists = await Promise.all(
    terms.map((strong) => store.richest(strong, days, backgroundArticles)),
  );
  const picked = new Map<string, ArticleHead>();
  for (let rank = 0; rank < backgroundArticles; rank += 1) {
    for (const list of lists) {
      const head = list[rank];
      if (head !== undefined && picked.size < backgroundArticles) picked.set(head.id, head);
    }
  }
  return [...picked.values()];
}

async function countBeyond(
  store: CorpusStore,
  period: Period,
  request: ReachRequest,
  dated: readonly ArticleHead[],
): Promise<Beyond[]> {
  const days = backgroundOf(period, request);
  const { from } = days;
  const earlier = await store.countBetween({ from: FIRST_DAY, to: shiftDay(from, -1) });
  const later = await store.countBetween({ from: shiftDay(period.to, 1), to: LAST_DAY });
  const between = await store.countBetween({ from, to: shiftDay(period.from, -1) });
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
