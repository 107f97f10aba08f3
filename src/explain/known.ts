/** What is known of an issue when something in it is to be explained: all of its study, or what it carries itself. */
import { slotsOf } from "../issue/index.js";
import {
  type ArticleAnalysis,
  type ArticleRange,
  overlaps,
  type ReprintGroup,
  type Story,
} from "../model/analysis.js";
import { type Article, articleText } from "../model/article.js";
import type { Choice } from "../model/choice.js";
import type { Beside, Clip, Group, Origin, PlaceIn, Printed } from "../model/explanation.js";
import type { CoverageEntry, Issue, Statement } from "../model/issue.js";
import type { Study } from "../study/study-period.js";

export interface Known {
  readonly issue: Issue;
  /** Null where the texts alone are at hand. */
  readonly articleOf: (id: string) => Article | null;
  readonly textOf: (id: string) => string | null;
  readonly analysisOf: (id: string) => ArticleAnalysis | null;
  readonly choicesOf: (id: string) => readonly Choice[];
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
  readonly storyOf: (id: string) => Story | null;
  readonly copiesOf: (id: string) => ReprintGroup | null;
  /** The bytes that an article was read from; null where they are not at hand. */
  readonly originOf: (id: string) => Promise<Origin | null>;
  /** The page, for the numbers of its citations; null where it cannot be had. */
  readonly page: () => Promise<string | null>;
  readonly method: string | null;
}

export function knownOfStudy(
  study: Study,
  originOf: Known["originOf"],
  page: Known["page"],
): Known {
  const { selection, analyses, relations, choices, brief, issue } = study;
  const { inPeriod, background, leftOut } = selection;
  const all = [...inPeriod, ...background, ...leftOut.map(({ article }) => article)];
  const articles = new Map(all.map((article) => [article.id, article]));
  const byArticle = Map.groupBy(choices, ({ article }) => article);
  const isVisible = (id: string) => analyses.has(id);
  return {
    issue,
    articleOf: (id) => articles.get(id) ?? null,
    textOf: (id) => {
      const article = articles.get(id);
      return article === undefined ? null : articleText(article);
    },
    analysisOf: (id) => analyses.get(id) ?? null,
    choicesOf: (id) => byArticle.get(id) ?? [],
    supportsOf: (range) => (isVisible(range.article) ? relations.supportsOf(range) : []),
    storyOf: (id) => relations.stories.find(({ articles: own }) => own.includes(id)) ?? null,
    copiesOf: (id) => relations.reprints.find(({ members }) => members.includes(id)) ?? null,
    originOf,
    page,
    method: brief.settings.summary.method,
  };
}

/** @param texts that lie beside the issue, by article */
export function knownOfIssue(
  issue: Issue,
  texts: ReadonlyMap<string, string>,
  originOf: Known["originOf"],
  page: Known["page"],
): Known {
  return {
    issue,
    articleOf: () => null,
    textOf: (id) => texts.get(id) ?? null,
    analysisOf: () => null,
    choicesOf: () => [],
    supportsOf: () => [],
    storyOf: (id) => storyIn(issue.coverage, id),
    copiesOf: () => null,
    originOf,
    page,
    method: null,
  };
}

function storyIn(coverage: readonly CoverageEntry[], id: string): Story | null {
  const story = coverage.find(({ article }) => article === id)?.story ?? null;
  if (story === null) return null;
  const own = coverage.filter((entry) => entry.story === story);
  const origins = new Set(own.map(({ origin }) => origin));
  return {
    id: story,
    articles: own.flatMap(({ article }) => article ?? []),
    origins: origins.size,
  };
}

/** The most that is shown of words at once, UTF-16 code units. */
const LONGEST_CLIP = 240;

export function clip(text: string, most = LONGEST_CLIP): Clip {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return { text: line, length: text.length };
  const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "");
  return { text: `${cut}…`, length: text.length };
}

export function fileOf({ issue }: Known, article: string): string {
  return issue.coverage.find((entry) => entry.article === article)?.file ?? article;
}

export function entryOf({ issue }: Known, article: string): CoverageEntry | null {
  return issue.coverage.find((entry) => entry.article === article) ?? null;
}

export function numberOf({ issue }: Known, article: string): number | null {
  return issue.sources.find((source) => source.article === article)?.number ?? null;
}

/** Statements that print words of a range as their own, each with its places. */
export function printedAt({ issue }: Known, range: ArticleRange): Printed[] {
  return placesOf(issue, ({ citations: [own] }) => own !== undefined && overlaps(own, range));
}

/** Statements that cite words of a range beside their own. */
export function citedBeside({ issue }: Known, range: ArticleRange): Beside[] {
  const supports = ({ citations: [, ...others] }: Statement) =>
    others.some((citation) => overlaps(citation, range));
  const bringsAlong = ({ context }: Statement) =>
    context !== undefined && overlaps(context.citation, range);
  return [
    ...placesOf(issue, supports).map((place) => ({ ...place, as: "support" as const })),
    ...placesOf(issue, bringsAlong).map((place) => ({ ...place, as: "context" as const })),
  ];
}

function placesOf(issue: Issue, holds: (statement: Statement) => boolean): Printed[] {
  const found = Map.groupBy(
    slotsOf(issue).filter(({ statement }) => holds(statement)),
    ({ statement }) => statement.id,
  );
  return [...found].map(([id, slots]) => ({
    id,
    slots: [...new Set(slots.map(({ name }) => name))],
  }));
}

export function placeIn(known: Known, { article, start, end }: ArticleRange): PlaceIn {
  const text = known.textOf(article)?.slice(start, end) ?? "";
  const statement = printedAt(known, { article, start, end })[0]?.id ?? null;
  return { article, start, end, file: fileOf(known, article), text: clip(text), statement };
}

export function groupOf(
  known: Known,
  id: string,
  members: readonly string[],
  origin: string | null,
): Group {
  return {
    id,
    origin,
    members: members.map((article) => ({
      article,
      file: fileOf(known, article),
      cited: numberOf(known, article) !== null,
    })),
  };
}
