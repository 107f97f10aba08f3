/** From the corpus's articles to those of the period, those that serve as background, and the rest by reason. */
import { type Article, articleDay } from "../model/article.js";
import type { DeskNotes } from "../model/desk-notes.js";
import type { Fate, Why } from "../model/issue.js";
import { type Period, shiftDay } from "./period.js";

export interface Selection {
  readonly inPeriod: readonly Article[];
  readonly background: readonly Article[];
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut extends Refusal {
  readonly article: Article;
}

/** What may be read for an issue. */
export interface Scope {
  readonly period: Period;
  /** ISO 8601 instant; what was published later is not seen. */
  readonly cutOff: string;
  readonly backgroundDays: number;
  /** Ids of articles that are no background, as others say more of the themes; none by default. */
  readonly reserve?: ReadonlySet<string>;
  readonly notes: Pick<DeskNotes, "exclude">;
  /** Names (ids and files) of articles that the desk wants, however old; none by default. */
  readonly wanted?: ReadonlySet<string>;
}

export function selectArticles(articles: readonly Article[], scope: Scope): Selection {
  const inPeriod: Article[] = [];
  const background: Article[] = [];
  const leftOut: LeftOut[] = [];
  for (const article of articles) {
    const verdict = judge(article, scope);
    if (verdict === "in-period") inPeriod.push(article);
    else if (verdict === "background") background.push(article);
    else leftOut.push({ article, ...verdict });
  }
  return { inPeriod, background, leftOut };
}

interface Refusal {
  readonly fate: Fate;
  readonly why: Why;
  readonly reason: string;
}

type Verdict = "in-period" | "background" | Refusal;

function judge(article: Article, scope: Scope): Verdict {
  const { period, cutOff, backgroundDays, notes, reserve, wanted } = scope;
  const excluded = notes.exclude.find(
    ({ article: name, words }) =>
      words === undefined && (name === article.id || name === article.file),
  );
  if (excluded !== undefined) return { fate: "excluded", why: "desk", reason: excluded.reason };
  const day = articleDay(article);
  if (day === null) {
    const reason = "states no day, and none could be worked out";
    return { fate: "undated", why: "no-day", reason };
  }
  if (day > period.to) return tooFar("after-period", `${day} is after the period`);
  if (isAfterCutOff(article, day, cutOff)) {
    return tooFar("after-cut-off", `published after the cut-off, ${cutOff}`);
  }
  if (day >= period.from) return "in-period";
  if (wanted?.has(article.id) || wanted?.has(article.file)) return "background";
  const earliest = shiftDay(period.from, -backgroundDays);
  if (day >= earliest && reserve?.has(article.id) === true) {
    const reason = "before the period, and others say more of the themes";
    return { fate: "not-used", why: "in-reserve", reason };
  }
  if (day >= earliest) return "background";
  return tooFar("before-background", `${day} is before ${earliest}, the start of background`);
}

function tooFar(why: Why, reason: string): Refusal {
  return { fate: "out-of-period", why, reason };
}

/** A time of day that the article states counts as UTC; a day without one counts as its start. */
function isAfterCutOff(article: Article, day: string, cutOff: string): boolean {
  const time = article.published?.date === day ? article.published.time : undefined;
  return `${day}T${time ?? "00:00"}:00.000Z` > cutOff;
}
