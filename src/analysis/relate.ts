/** From analysed articles to what holds between them: reprints, events told twice, timeline, conflicts. */
import type {
  ArticleAnalysis,
  ArticleRange,
  Conflict,
  ReprintGroup,
  TimelineItem,
} from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { Lexicon } from "../model/lexicon.js";
import { findConflicts } from "./conflicts.js";
import { groupReprints } from "./reprints.js";
import { type StageTimer, untimed } from "./stage-timer.js";
import { groupStories } from "./stories.js";
import { buildTimeline } from "./timeline.js";

export interface Relations {
  readonly reprints: readonly ReprintGroup[];
  /** Passages of other origins that report the same event, one per article. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
  readonly timeline: readonly TimelineItem[];
  readonly conflicts: readonly Conflict[];
}

/** @param articles those that are visible for the issue, each with its analysis */
export function relateArticles(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Pick<Lexicon, "entities">,
  time: StageTimer = untimed,
): Relations {
  const reprints = time("reprints", () => groupReprints(articles));
  const copies = new Set(reprints.flatMap(({ members }) => members.slice(1)));
  const origins = articles.filter(({ id }) => !copies.has(id));
  const stories = time("stories", () => groupStories(articles, analyses, reprints));
  return {
    reprints: reprints.filter(({ members }) => members.length > 1),
    supportsOf: stories.supportsOf,
    timeline: time("timeline", () => buildTimeline(articles, analyses, stories, reprints)),
    conflicts: time("conflicts", () => findConflicts(origins, analyses, stories, lexicon)),
  };
}
