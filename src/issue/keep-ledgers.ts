/** From an issue's content and what was known for it to the account of its articles, one by one and by theme. */
import {
  type ArticleAnalysis,
  type ArticleRange,
  overlaps,
  type Story,
  type ThemePicks,
} from "../model/analysis.js";
import type { Unread } from "../model/article.js";
import type { Choice } from "../model/choice.js";
import type { CoverageEntry, IssueTheme } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import { coverArticles } from "./coverage.js";
import { entriesByArticle, ledgerOf, silentSides } from "./ledger.js";
import type { Selection } from "./select.js";
import { type Content, countTellings, statementsOf } from "./walk.js";

/** What the account rests on. */
export interface Accounted {
  readonly selection: Selection;
  readonly unread: readonly Unread[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly stories: readonly Story[];
  /** First article of an article's origin: one copy, or one publisher. */
  readonly originOf: (article: string) => string;
  readonly picks: readonly ThemePicks[];
  readonly choices: readonly Choice[];
  readonly lexicon: Lexicon;
  readonly language: string;
}

/** @param copyOf the earliest copy of each article that is in a reprint group */
export function coverContent(
  content: Content,
  cited: ReadonlySet<string>,
  request: Accounted,
  copyOf: ReadonlyMap<string, string>,
): CoverageEntry[] {
  const { selection, analyses, picks, lexicon, originOf, unread } = request;
  const visible = [...selection.inPeriod, ...selection.background];
  const files = new Map(visible.map(({ id, file }) => [id, file]));
  const choices = Map.groupBy(request.choices, ({ article }) => article);
  return coverArticles({
    selection,
    unread,
    analyses,
    lexicon,
    originOf,
    copyOf,
    cited,
    themes: picks.map(({ theme }) => theme),
    tellings: countTellings(content),
    storyOf: new Map(
      request.stories.flatMap((story) => story.articles.map((id) => [id, story] as const)),
    ),
    choicesOf: (article) => choices.get(article) ?? [],
    statementAt: printedAt(content),
    fileOf: (article) => files.get(article) ?? article,
  });
}

/** Finds the statement that prints a range. */
function printedAt(content: Content): (range: ArticleRange) => string | null {
  const printed = Map.groupBy(statementsOf(content), ({ citations }) => citations[0]?.article);
  return (range) => {
    const found = printed
      .get(range.article)
      ?.find(({ citations: [own] }) => own !== undefined && overlaps(own, range));
    return found?.id ?? null;
  };
}

export function keepLedgers(
  themes: readonly IssueTheme[],
  coverage: readonly CoverageEntry[],
  { analyses, lexicon, language }: Accounted,
): IssueTheme[] {
  const entries = entriesByArticle(coverage);
  return themes.map((theme) => {
    const silent = silentSides(theme.id, theme.reports, analyses, lexicon, language);
    return { ...theme, ledger: ledgerOf(theme, entries, silent) };
  });
}
