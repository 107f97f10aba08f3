/** An article that was looked at in, the name under which it leaves the run and the rule that gave it out. */
import type { ArticleAnalysis, ArticleRange, ArticleTheme, Story } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { Choice } from "../model/choice.js";
import type { CoverageEntry } from "../model/issue.js";
import { carriesTheme } from "./theme-slots.js";
import { whyNotUsed } from "./why-not-used.js";

export type Verdict = Pick<CoverageEntry, "fate" | "why" | "reason" | "of" | "by">;

export interface FateRequest {
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  /** Ids of the themes that the brief prints. */
  readonly themes: readonly string[];
  readonly cited: ReadonlySet<string>;
  /** The earliest copy of each article that is in a reprint group. */
  readonly copyOf: ReadonlyMap<string, string>;
  readonly storyOf: ReadonlyMap<string, Story>;
  /** What became of the passages of an article that might have spoken. */
  readonly choicesOf: (article: string) => readonly Choice[];
  /** The statement that prints a range. */
  readonly statementAt: (range: ArticleRange) => string | null;
  readonly fileOf: (article: string) => string;
}

/** The first name that fits: cited, reprint, off theme, same story, not used. */
export function judgeFate(
  article: Pick<Article, "id">,
  used: "cited" | "background",
  request: FateRequest,
): Verdict {
  const { id } = article;
  if (request.cited.has(id)) return USED[used];
  return (
    asReprint(id, request) ??
    asOffTheme(id, request) ??
    asSameStory(id, request) ??
    whyNotUsed(id, request)
  );
}

const USED = {
  cited: { fate: "cited", why: "in-period", reason: "in the period, and cited" },
  background: {
    fate: "background",
    why: "before-period",
    reason: "before the period, and cited as background",
  },
} as const;

function asReprint(id: string, { copyOf, fileOf }: FateRequest): Verdict | null {
  const of = copyOf.get(id) ?? id;
  if (of === id) return null;
  return {
    fate: "reprint",
    why: "same-copy",
    reason: `carries the same copy as ${fileOf(of)}`,
    of,
  };
}

function asSameStory(id: string, { storyOf, cited, fileOf }: FateRequest): Verdict | null {
  const of = storyOf.get(id)?.articles.find((member) => cited.has(member));
  if (of === undefined) return null;
  const reason = `tells the same story as ${fileOf(of)}, which is cited`;
  return { fate: "same-story", why: "told-by-cited", reason, of };
}

function asOffTheme(id: string, { analyses, themes }: FateRequest): Verdict | null {
  const analysis = analyses.get(id);
  if (themes.some((theme) => carriesTheme(theme, analysis))) return null;
  const scored = (analysis?.themes ?? []).filter((theme) => themes.includes(theme.id));
  const removed = scored.filter(({ override }) => override?.kind === "removed");
  if (removed.length > 0) {
    const names = removed.map(({ id: theme }) => theme).join(", ");
    return { fate: "off-theme", why: "taken-off-by-desk", reason: `the desk took it off ${names}` };
  }
  const others = analysis?.themes.filter((theme) => theme.assigned) ?? [];
  if (others.length > 0) {
    const names = others.map(({ id: theme }) => theme).join(", ");
    const reason = `is on ${names}, which this brief does not print`;
    return { fate: "off-theme", why: "other-themes", reason };
  }
  const nearest = nearestOf(scored);
  if (nearest === null) {
    return { fate: "off-theme", why: "no-term", reason: "holds no term of a theme of this brief" };
  }
  const { id: theme, score, threshold } = nearest;
  const reason = `scores ${round(score)} of ${round(threshold)} for ${theme}`;
  return { fate: "off-theme", why: "below-threshold", reason };
}

function nearestOf(themes: readonly ArticleTheme[]): ArticleTheme | null {
  const shareOf = ({ score, threshold }: ArticleTheme) => score / Math.max(threshold, 1e-9);
  const scored = themes.filter(({ score }) => score > 0);
  return scored.toSorted((a, b) => shareOf(b) - shareOf(a))[0] ?? null;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
