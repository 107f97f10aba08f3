/** From the analysed articles of an issue to the passages that each slot of each theme prints. */
import { type ArticleRange, overlaps, type Pick, type ThemePicks } from "../model/analysis.js";
import type { SlotName } from "../model/choice.js";
import type { SummaryMethod } from "../model/settings.js";
import type { AnalysedArticle, Candidate } from "./candidates.js";
import { logFares, logOutcome, rangeOf } from "./choice-log.js";
import { meritsAmong, sumOf } from "./merits.js";
import { chooseUnits } from "./method.js";
import { type Pinned, type PinsOfTheme, placePins, withoutPinned } from "./pins.js";
import { saidBefore } from "./said-before.js";
import {
  attributionOf,
  datesWithin,
  type SortedTheme,
  type SortRequest,
  sortTheme,
} from "./sort-theme.js";

export interface PickRequest extends SortRequest {
  readonly themes: readonly string[];
  readonly limits: {
    readonly happened: number;
    readonly says: number;
    readonly background: number;
  };
  /** `centroid` by default. */
  readonly method?: SummaryMethod;
  /** Passages of other origins that report the same event. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
  /** What the desk wants printed, before what is chosen; nothing by default. */
  readonly pinned?: readonly Pinned[];
}

/** @returns the picks of each theme, in the order of `themes` */
export function pickThemes(given: PickRequest): ThemePicks[] {
  const { pinned = [] } = given;
  const all = [...given.inPeriod, ...given.background, ...pinned.map(({ article }) => article)];
  const request = { ...given, byId: new Map(all.map((item) => [item.analysis.article, item])) };
  const sorted = request.themes.map((theme) => {
    const pins = placePins(theme, pinned, request);
    return { ...withoutPinned(sortTheme(theme, request), pins), pins };
  });
  const news = sorted.map((theme) => ({ ...theme, ...chooseNews(theme, request) }));
  const backgrounds = pickBackgrounds(news, request);
  return news.map((theme) => ({
    ...pickNews(theme, request),
    theme: theme.id,
    background: backgrounds.get(theme.id) ?? [],
  }));
}

interface Picking extends PickRequest {
  readonly byId: ReadonlyMap<string, AnalysedArticle>;
}

/** A theme whose candidates are free to be chosen, and what stands before them. */
interface OpenTheme extends SortedTheme {
  readonly pins: PinsOfTheme;
}

/** A theme with what was chosen for its news, what is pinned included. */
interface NewsOfTheme extends OpenTheme {
  readonly happened: readonly Candidate[];
  readonly heard: readonly Candidate[];
}

/** Events of the period come before those of the days before it. */
function chooseNews(theme: OpenTheme, request: Picking): Omit<NewsOfTheme, keyof OpenTheme> {
  const { period } = request;
  const { pins } = theme;
  const isCurrent = (candidate: Candidate) => {
    const { analysis } = analysedArticle(candidate.article, request);
    const { start, end } = candidate;
    return datesWithin(start, end, analysis).some(
      ({ from, to }) => to >= period.from && from <= period.to,
    );
  };
  logLeaning(theme.dated, "happened", request);
  const pinnedSay = saidBefore(pins.happened, theme.dated);
  const open = theme.dated.filter(
    (c) => isClear(c) && isFresh(c, pinnedSay(c), "happened", request),
  );
  const clear = choose(open, "happened", theme, request);
  const happened = [
    ...pins.happened,
    ...clear.filter(isCurrent),
    ...clear.filter((c) => !isCurrent(c)),
  ];
  const repeatOf = saidBefore([...happened, ...pins.says], [...theme.dated, ...theme.said]);
  const fresh = theme.said.filter((c) => isFresh(c, repeatOf(c), "says", request));
  const heard = [...pins.says, ...choose(fresh, "says", theme, request)];
  if (happened.length === 0) happened.push(...heard.splice(0, 1));
  return { happened, heard };
}

function pickNews(
  { happened, heard }: NewsOfTheme,
  request: Picking,
): Omit<ThemePicks, "theme" | "background"> {
  const told = happened.map((candidate) => makePick(candidate, request));
  const said = heard.map((candidate) => makePick(candidate, request));
  return {
    happened: told,
    says: [...told, ...said].filter((pick) => pick.attribution !== null),
  };
}

/**
 * A passage serves as background once: in the theme that has the fewest others. Only what stands
 * alone, or has a sentence before it that makes it understandable, can serve; where that sentence
 * is printed itself, the next one may follow it. What the news say is no background.
 */
function pickBackgrounds(
  themes: readonly NewsOfTheme[],
  request: Picking,
): Map<string, readonly Pick[]> {
  const picked = new Map<string, readonly Pick[]>();
  const used: Used[] = themes.flatMap(({ id, pins }) =>
    pins.background.map((range) => ({ range, theme: id })),
  );
  const scarcestFirst = themes.toSorted((a, b) => a.background.length - b.background.length);
  for (const theme of scarcestFirst) {
    const { id, background, dated, happened, heard, pins } = theme;
    const printed = [...happened, ...heard, ...pins.background];
    const repeatOf = saidBefore(printed, [...dated, ...background]);
    const free = background.filter(
      (c) => isUnused(c, used, request) && isFresh(c, repeatOf(c), "background", request),
    );
    const chosen = choose(free.filter(isClear), "background", theme, request);
    chosen.push(...takeFollowers(free, chosen, theme, request));
    const ordered = [...pins.background, ...inOrder(chosen, request)];
    const picks = ordered.map((candidate) => makePick(candidate, request));
    const told = [...picks, ...picks.flatMap(({ context }) => context ?? [])];
    used.push(...told.map((range) => ({ range, theme: id })));
    picked.set(id, picks);
  }
  return picked;
}

/** What the background of a theme prints. */
interface Used {
  readonly range: ArticleRange;
  readonly theme: string;
}

function isUnused(candidate: Candidate, used: readonly Used[], { onChoice }: Picking): boolean {
  const where = used.find(({ range }) => overlaps(range, candidate));
  if (where === undefined) return true;
  const { range, theme } = where;
  const outcome = { kind: "serves-elsewhere", theme, by: rangeOf(range) } as const;
  logOutcome(onChoice, candidate, "background", outcome);
  return false;
}

function isFresh(
  candidate: Candidate,
  printed: Candidate | null,
  slot: SlotName,
  { onChoice }: Picking,
): boolean {
  if (printed === null) return true;
  logOutcome(onChoice, candidate, slot, { kind: "said-before", by: rangeOf(printed) });
  return false;
}

function takeFollowers(
  free: readonly Candidate[],
  chosen: readonly Candidate[],
  theme: OpenTheme,
  request: Picking,
): Candidate[] {
  const { onChoice } = request;
  const room = roomFor("background", theme, request);
  const followers: Candidate[] = [];
  for (const candidate of free) {
    if (isClear(candidate)) continue;
    const before = chosen.find((earlier) => follows(candidate, earlier));
    if (before === undefined) {
      logOutcome(onChoice, candidate, "background", { kind: "needs-neighbour" });
      continue;
    }
    const printed = chosen.length + followers.length < room;
    const outcome = { kind: "follows", by: rangeOf(before), printed } as const;
    logOutcome(onChoice, candidate, "background", outcome);
    if (printed) followers.push(candidate);
  }
  return followers;
}

function logLeaning(candidates: readonly Candidate[], slot: SlotName, { onChoice }: Picking): void {
  if (onChoice === undefined) return;
  for (const candidate of candidates)
    if (!isClear(candidate)) logOutcome(onChoice, candidate, slot, { kind: "needs-neighbour" });
}

/** Places that what is pinned leaves. */
function roomFor(slot: SlotName, { pins }: OpenTheme, { limits }: Picking): number {
  return Math.max(0, limits[slot] - pins[slot].length);
}

function choose(
  candidates: readonly Candidate[],
  slot: SlotName,
  theme: OpenTheme,
  request: Picking,
): Candidate[] {
  const { supportsOf, method = "centroid", onChoice } = request;
  const limit = roomFor(slot, theme, request);
  const meritsOf = meritsAmong(candidates);
  return chooseUnits(method, {
    units: candidates,
    ofOneEvent: false,
    room: { statements: limit, words: Number.POSITIVE_INFINITY },
    meritOf: (c) => sumOf(meritsOf(c)),
    supportsOf,
    onFared: logFares(onChoice, { slot, of: candidates.length, limit }, meritsOf),
  });
}

function isClear(candidate: Candidate): boolean {
  return candidate.bearing !== null;
}

/** Printed in the order of the article, it comes right behind the passage that it leans on. */
function follows(later: Candidate, earlier: Candidate): boolean {
  return later.article === earlier.article && later.position === earlier.position + 1;
}

function makePick(candidate: Candidate, request: Picking): Pick {
  const { article, start, end } = candidate;
  const { analysis } = analysedArticle(article, request);
  return {
    article,
    start,
    end,
    context: candidate.bearing?.context ?? null,
    elided: candidate.bearing?.elided ?? 0,
    attribution: attributionOf(candidate, analysis),
    supports: request.supportsOf(candidate),
  };
}

function inOrder(candidates: readonly Candidate[], request: Picking): Candidate[] {
  const dayOf = (candidate: Candidate) => analysedArticle(candidate.article, request).day;
  return [...candidates].sort((a, b) => {
    const [dayA, dayB] = [dayOf(a), dayOf(b)];
    if (dayA !== dayB) return dayA < dayB ? -1 : 1;
    if (a.article !== b.article) return a.article < b.article ? -1 : 1;
    return a.start - b.start;
  });
}

function analysedArticle(id: string, { byId }: Picking): AnalysedArticle {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`no analysis of ${id}`);
  return found;
}
