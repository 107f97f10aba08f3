/** The analysed articles as the rules for conflicts read them: passages with events, themes, speakers. */
import type {
  ArticleAnalysis,
  ArticleRange,
  Attribution,
  Conflict,
  FindingKind,
} from "../model/analysis.js";
import { type Article, articleDay } from "../model/article.js";
import type { Lexicon } from "../model/lexicon.js";
import { type EventPassage, readEvents } from "./events.js";
import { spansIn } from "./spans.js";
import type { Stories } from "./stories.js";

export interface ReportedPassage extends EventPassage {
  readonly attributions: readonly Attribution[];
  /** Day of the passage's main clause, or of its article. */
  readonly at: string | null;
}

export interface EventReports {
  /** In the order of the articles' days, undated ones last. */
  readonly passages: readonly ReportedPassage[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly stories: Stories;
  /** House names by entity. */
  readonly names: ReadonlyMap<string, string>;
}

export function readReports(
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  stories: Stories,
  lexicon: Pick<Lexicon, "entities">,
): EventReports {
  const passages = [...articles].sort(byDay).flatMap((article) => {
    const analysis = analyses.get(article.id);
    if (analysis === undefined) return [];
    return readEvents(article, analysis, articleDay(article)).map((event) => ({
      ...event,
      attributions: spansIn(analysis.attributions, event),
      at: event.dates.find(({ isMain }) => isMain)?.mention.from ?? event.day,
    }));
  });
  const names = new Map(lexicon.entities.entities.map(({ id, name }) => [id, name]));
  return { passages, analyses, stories, names };
}

function byDay(first: Article, second: Article): number {
  const key = (article: Article) => `${articleDay(article) ?? "9999"} ${article.id}`;
  return key(first) < key(second) ? -1 : 1;
}

/** A conflict about passages, under the theme that they share or the first one's. */
export function conflictOf(
  kind: FindingKind,
  passages: readonly ReportedPassage[],
  params: Conflict["params"],
  { analyses }: EventReports,
  ranges: readonly ArticleRange[] = passages,
): Conflict | null {
  const theme = themeOf(passages, analyses);
  if (theme === null) return null;
  return {
    kind,
    theme,
    params,
    ranges: ranges.map(({ article, start, end }) => ({ article, start, end })),
    articles: [],
  };
}

/** The theme of most of the passages, of equals the one that fewest passages have. */
function themeOf(
  passages: readonly ReportedPassage[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): string | null {
  const labels = passages.flatMap(({ passage }) => passage.themes);
  const ids = [...new Set(labels.map(({ id }) => id))];
  const labelled = [...analyses.values()].flatMap((analysis) => analysis.passages);
  const countIn = (themes: readonly { readonly id: string }[], id: string) =>
    themes.filter((theme) => theme.id === id).length;
  const all = labelled.flatMap(({ themes }) => themes);
  const [best] = ids.sort(
    (a, b) =>
      countIn(labels, b) - countIn(labels, a) ||
      countIn(all, a) - countIn(all, b) ||
      (a < b ? -1 : 1),
  );
  const ofArticle = analyses.get(passages[0]?.article ?? "")?.themes ?? [];
  const [strongest] = ofArticle
    .filter(({ assigned }) => assigned)
    .sort((a, b) => b.score - a.score);
  return best ?? strongest?.id ?? null;
}

export function sharesTheme(first: EventPassage, second: EventPassage): boolean {
  return first.passage.themes.some(({ id }) =>
    second.passage.themes.some((other) => other.id === id),
  );
}

export function sharedWords(first: ReadonlySet<string>, second: ReadonlySet<string>): string[] {
  return [...first].filter((term) => second.has(term) && !term.startsWith("="));
}
