/** From the analysed articles of an issue to the passages that each slot of each theme prints. */
import { type ArticleRange, overlaps, type Pick, type ThemePicks } from "../model/analysis.js";
import type { SlotName } from "../model/choice.js";
import type { SummaryMethod } from "../model/settings.js";
import type { AnalysedArticle, Candidate } from "./candidates.js";
import { logFares, logOutcome, rangeOf } from "./choice-log.js";
import { chooseUnits } from "./method.js";
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
}

/** @returns the picks of each theme, in the order of `themes` */
export function pickThemes(given: PickRequest): ThemePicks[] {
  const all = [...given.inPeriod, ...given.background];
  const request = { ...given, byId: new Map(all.map((item) => [item.analysis.article, item])) };
  const sorted = request.themes.map((theme) => sortTheme(theme, request));
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

/** A theme with what was chosen for its news. */
interface NewsOfTheme extends SortedTheme {
  readonly happened: readonly Candidate[];
  readonly heard: readonly Candidate[];
}

/** Events of the period come before those of the days before it. */
function chooseNews(theme: SortedTheme, request: Picking): Omit<NewsOfTheme, keyof SortedTheme> {
  const { period } = request;
  const isCurrent = (candidate: Candidate) => {
    const { analysis } = analysedArticle(candidate.article, request);
    const { start, end } = candidate;
    return datesWithin(start, end, analysis).some(
      ({ from, to }) => to >= period.from && from <= period.to,
    );
  };
  logLeaning(theme.dated, "happened", request);
  const clear = choose(theme.dated.filter(isClear), "happened", request);
  const happened = [...clear.filter(isCurrent), ...clear.filter((c) => !isCurrent(c))];
  const repeatOf = saidBefore(happened, [...theme.dated, ...theme.said]);
  const fresh = theme.said.filter((c) => isFresh(c, repeatOf(c), "says", request));
  const heard = choose(fresh, "says", request);
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
  const used: Used[] = [];
  const scarcestFirst = themes.toSorted((a, b) => a.background.length - b.background.length);
  for (const { id, background, dated, happened, heard } of scarcestFirst) {
    const repeatOf = saidBefore([...happened, ...heard], [...dated, ...background]);
    const free = background.filter(
      (c) => isUnused(c, used, request) && isFresh(c, repeatOf(c), "background", request),
    );
    const chosen = choose(free.filter(isClear), "background", request);
    chosen.push(...takeFollowers(free, chosen, request));
    const picks = inOrder(chosen, request).map((candidate) => makePick(candidate, request));
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
  { limits, onChoice }: Picking,
): Candidate[] {
  const followers: Candidate[] = [];
  for (const candidate of free) {
    if (isClear(candidate)) continue;
    const before = chosen.find((earlier) => follows(candidate, earlier));
    if (before === undefined) {
      logOutcome(onChoice, candidate, "background", { kind: "needs-neighbour" });
      continue;
    }
    const printed = chosen.length + followers.length < limits.background;
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

function choose(candidates: readonly Candidate[], slot: SlotName, request: Picking): Candidate[] {
  const { supportsOf, method = "centroid", limits, onChoice } = request;
  const limit = limits[slot];
  const strongest = candidates.reduce((most, c) => Math.max(most, c.themeScore), 1);
  const partsOf = (c: Candidate) => ({
    early: MERITS.lead / Math.sqrt(1 + c.position),
    theme: (MERITS.theme * c.themeScore * c.themeShare) / strongest,
    title: MERITS.title * c.titleShare,
    leaning: c.leans ? -MERITS.context : 0,
  });
  return chooseUnits(method, {
    units: candidates,
    ofOneEvent: false,
    room: { statements: limit, words: Number.POSITIVE_INFINITY },
    meritOf: (c) => {
      const { early, theme, title, leaning } = partsOf(c);
      return early + theme + title + leaning;
    },
    supportsOf,
    onFared: logFares(onChoice, { slot, of: candidates.length, limit }, partsOf),
  });
}

/** As measured on the passages of themes. */
const MERITS = {
  /** For standing early in the article, as `lead / sqrt(1 + position)`. */
  lead: 0.1,
  /** For the lexicon's evidence, as a share of the strongest candidate's. */
  theme: 0.5,
  /** For saying what the article's title says. */
  title: 0.3,
  /** Against a passage that needs the sentence before it. */
  context: 0.2,
} as const;

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
