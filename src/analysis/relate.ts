/** From analysed articles to what holds between them: reprints, events told twice, timeline, conflicts. */
import type {
  ArticleAnalysis,
  ArticleRange,
  Conflict,
  ReprintGroup,
  Story,
  TimelineItem,
} from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { StoryEdits } from "../model/desk-notes.js";
import type { Lexicon } from "../model/lexicon.js";
import { findConflicts } from "./conflicts/conflicts.js";
import { groupStories } from "./events/stories.js";
import { findTranslations } from "./reprints/find-translations.js";
import { findOrigins } from "./reprints/origins.js";
import { groupReprints } from "./reprints/reprints.js";
import { type StageTimer, untimed } from "./stage-timer.js";
import { editStories } from "./stories/edit-stories.js";
import { findStories } from "./stories/find-stories.js";
import { buildTimeline } from "./timeline/timeline.js";

export interface Relations {
  /** Groups that are one origin each. */
  readonly reprints: readonly ReprintGroup[];
  /** Groups of possible translations: shown, never merged, and yet no second origin. */
  readonly translations: readonly ReprintGroup[];
  /** From an article to the first article of its origin: one copy, or one publisher. */
  readonly originOf: (article: string) => string;
  /** Every article is in one of them. */
  readonly stories: readonly Story[];
  /** Passages of other origins that report the same event, one per article. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
  readonly timeline: readonly TimelineItem[];
  readonly conflicts: readonly Conflict[];
}

export interface RelateOptions {
  readonly time?: StageTimer;
  /** Whether articles that carry no theme have their events in the timeline as well. */
  readonly offTheme?: boolean;
  /** Stories that the desk merges and splits. */
  readonly storyEdits?: StoryEdits;
}

/** @param articles those that are visible for the issue, each with its analysis */
export function relateArticles(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Pick<Lexicon, "entities" | "outlets">,
  { time = untimed, offTheme = false, storyEdits }: RelateOptions = {},
): Relations {
  const reprints = time("reprints", () => groupReprints(articles));
  const copies = new Set(reprints.flatMap(({ members }) => members.slice(1)));
  const firsts = articles.filter(({ id }) => !copies.has(id));
  const translations = time("reprints", () => findTranslations(articles, analyses, lexicon));
  const originOf = findOrigins(articles, [...reprints, ...translations], lexicon);
  const events = time("stories", () =>
    groupStories(articles, analyses, groupsOf(articles, originOf)),
  );
  const found = time("stories", () =>
    findStories(articles, [...reprints, ...translations], originOf),
  );
  const stories =
    storyEdits === undefined ? found : editStories(found, storyEdits, articles, originOf);
  return {
    reprints,
    translations,
    originOf,
    stories,
    supportsOf: events.supportsOf,
    timeline: time("timeline", () =>
      buildTimeline(articles, analyses, events, { reprints, originOf, offTheme }),
    ),
    conflicts: time("conflicts", () =>
      findConflicts(firsts, analyses, events, lexicon, { stories, originOf, offTheme }),
    ),
  };
}

/** Articles of one origin, where there are several. */
function groupsOf(
  articles: readonly Article[],
  originOf: (article: string) => string,
): { origin: string; members: string[] }[] {
  const ids = articles.map(({ id }) => id);
  return [...Map.groupBy(ids, originOf)].map(([origin, members]) => ({ origin, members }));
}
