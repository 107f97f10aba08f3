/** The last released issue and the content of this one to the findings on what changed, theme by theme. */
import { readEvents, readStatements } from "../../analysis/index.js";
import type { ArticleAnalysis, ArticleRange, Conflict, Story } from "../../model/analysis.js";
import { type Article, articleDay, articleText } from "../../model/article.js";
import type { Finding, Issue, IssueTheme } from "../../model/issue.js";
import type { Lexicon } from "../../model/lexicon.js";
import { countTerms } from "../../text/similarity.js";
import { makeFinding } from "../findings.js";
import type { ArticlesById } from "../statements.js";
import { type Change, findChanges, type PrintedTold } from "./find-changes.js";
import type { Ties } from "./likeness.js";
import { readPeriod } from "./reports-of-period.js";
import { type Printed, printedIn, type Reading, readTold, type Told } from "./told.js";
import { volumeBefore } from "./volume.js";

/** The last released issue, and what is known of both issues together. */
export interface Comparison {
  readonly previous: Issue;
  /** Articles that it alone cites; the other articles are those of this issue. */
  readonly articles: readonly Article[];
  /** Of the articles of both. */
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly stories: readonly Story[];
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
  readonly conflicts: readonly Conflict[];
}

export interface ComparedContent {
  readonly themes: readonly IssueTheme[];
  /** Articles of both issues. */
  readonly articles: ArticlesById;
  readonly inPeriod: readonly string[];
  readonly lexicon: Pick<Lexicon, "entities">;
  /** Ids of the articles that the desk leaves out. */
  readonly excluded: ReadonlySet<string>;
}

export function compareIssues(comparison: Comparison, content: ComparedContent): IssueTheme[] {
  const { previous, analyses, supportsOf, conflicts, stories } = comparison;
  const { themes, articles, inPeriod } = content;
  const toldAt = tellingAt(comparison, content);
  const storyOf = new Map(
    stories.flatMap((story, index) => story.articles.map((article) => [article, index] as const)),
  );
  const telling = (printed: Printed): PrintedTold => ({ ...printed, told: toldAt(printed) });
  const known = printedIn(previous).flatMap((printed) => stillThere(printed, previous, content));
  const before = known.map(telling);
  const now = printedIn({ themes: [...themes] }).map(telling);
  const ties: Ties = {
    storyOf: (article) => storyOf.get(article),
    supportsOf,
    languageOf: (article) => articles.get(article)?.language ?? "und",
    statistics: countTerms([...before, ...now].map(({ told }) => [...told.terms])),
  };
  const changes = findChanges({
    before,
    now,
    ties,
    conflicts,
    reportedOn: readPeriod({ inPeriod, analyses, ties, conflicts, toldAt }),
  });
  return themes.map((theme) => ({
    ...theme,
    lastIssue: previous.themes.find(({ id }) => id === theme.id)?.reports.length ?? null,
    since: changesOf(theme.id, changes, articles),
    volume: volumeBefore(theme.id, previous),
  }));
}

function tellingAt(
  { analyses }: Comparison,
  { articles, lexicon }: ComparedContent,
): (range: ArticleRange) => Told {
  const places = new Set(
    lexicon.entities.entities
      .filter(({ type }) => type === "place" || type === "state")
      .map(({ id }) => id),
  );
  const readings = new Map<string, Reading>();
  return (range) => {
    const reading = readings.get(range.article) ?? readingOf(range.article);
    readings.set(range.article, reading);
    return readTold(range, reading);
  };

  function readingOf(id: string): Reading {
    const article = articles.get(id);
    const analysis = analyses.get(id);
    if (article === undefined || analysis === undefined) throw new RangeError(`no article ${id}`);
    const day = articleDay(article);
    return {
      text: articleText(article),
      day,
      events: readEvents(article, analysis, day),
      attributions: analysis.attributions,
      figures: readStatements(article, analysis, places),
    };
  }
}

/** What the last issue printed, where its article still says it today; moved, if the text moved. */
function stillThere(
  printed: Printed,
  { sources }: Issue,
  { articles, excluded }: ComparedContent,
): Printed[] {
  const article = articles.get(printed.article);
  if (article === undefined || excluded.has(printed.article)) return [];
  const cited = sources.find((source) => source.article === printed.article);
  if (cited?.textSha256 === article.textSha256) return [printed];
  const at = articleText(article).indexOf(printed.quote);
  return at < 0 ? [] : [{ ...printed, start: at, end: at + printed.quote.length }];
}

function changesOf(theme: string, changes: readonly Change[], articles: ArticlesById): Finding[] {
  return changes
    .filter(({ themes }) => themes.includes(theme))
    .map(({ kind, before, now, values }) =>
      makeFinding(
        {
          kind,
          params: values === null ? {} : { values: [...values] },
          ranges: [before, now].flatMap((range) => range ?? []),
          articles: [],
        },
        articles,
      ),
    );
}
