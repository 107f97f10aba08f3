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

/**
 * Each relation is found when it is first asked for, and then kept.
 * @param articles those that are visible for the issue, each with its analysis
 */
export function relateArticles(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  lexicon: Pick<Lexicon, "entities" | "outlets">,
  { time = untimed, offTheme = false, storyEdits }: RelateOptions = {},
): Relations {
  const reprints = once(() => time("reprints", () => groupReprints(articles)));
  const translations = once(() =>
    time("reprints", () => findTranslations(articles, analyses, lexicon)),
  );
  const groups = once(() => [...reprints(), ...translations()]);
  const origins = once(() => findOrigins(articles, groups(), lexicon));
  const originOf = (article: string) => origins()(article);
  const events = once(() =>
    time("events", () => groupStories(articles, analyses, groupsOf(articles, origins()))),
  );
  const stories = once(() => {
    const found = time("stories", () => findStories(articles, groups(), origins()));
    return storyEdits === undefined ? found : editStories(found, storyEdits, articles, originOf);
  });
  const timeline = once(() => {
    const told = events();
    const options = { reprints: reprints(), originOf: origins(), offTheme };
    return time("timeline", () => buildTimeline(articles, analyses, told, options));
  });
  const conflicts = once(() => {
    const copies = new Set(reprints().flatMap(({ members }) => members.slice(1)));
    const firsts = articles.filter(({ id }) => !copies.has(id));
    const told = events();
    const options = { stories: stories(), originOf: origins(), offTheme };
    return time("conflicts", () => findConflicts(firsts, analyses, told, lexicon, options));
  });
  return {
    originOf,
    supportsOf: (range) => events().supportsOf(range),
    get reprints() {
      return reprints();
    },
    get translations() {
      return translations();
    },
    get stories() {
      return stories();
    },
    get timeline() {
      return timeline();
    },
    get conflicts() {
      return conflicts();
    },
  };
}

/** Work that is done when first asked for. */
function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: work() };
    return made.value;
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
