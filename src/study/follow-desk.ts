/** What the desk wrote and what was found in the articles in, what choosing has to go by out. */
import { analyseArticles } from "../analysis/index.js";
import { namedTargets, resolveNotes } from "../desk/index.js";
import { settle } from "../failed-run.js";
import type { Selection } from "../issue/index.js";
import { type ArticleAnalysis, overlaps } from "../model/analysis.js";
import type { Article } from "../model/article.js";
import type { Choice } from "../model/choice.js";
import type { DeskOrders } from "../model/desk-orders.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { analysed, type Pinned } from "../summary/index.js";
import type { Gathered } from "./gather.js";

type Analyses = ReadonlyMap<string, ArticleAnalysis>;

interface Found {
  readonly gathered: Gathered;
  readonly selection: Selection;
  readonly visible: readonly Article[];
  readonly analyses: Analyses;
}

/** @throws {FailedRun} where two notes cannot both hold */
export function followDesk(
  { gathered, selection, visible, analyses }: Found,
  diagnostics: Diagnostic[],
): DeskOrders {
  const { own, themes, gone, asOf, isReissue } = gathered;
  const { leftOut } = selection;
  const resolved = resolveNotes({
    notes: own.notes,
    placeOf: own.placeOf,
    themes,
    visible,
    leftOut,
    analyses: new Map([...analyses, ...analyseExcluded(gathered, selection)]),
    gone,
    isLookBack: asOf !== null && !isReissue,
  });
  settle({ value: resolved, diagnostics: resolved.diagnostics }, diagnostics);
  return resolved.orders;
}

/** A statement is known by its article: of an excluded one too, as a line may cite what another excludes. */
function analyseExcluded({ own, lexicon }: Gathered, { leftOut }: Selection): Analyses {
  const names = namedTargets(own.notes);
  if (!names.some(({ target }) => target.kind === "statement")) return new Map();
  const excluded = leftOut.filter(({ fate }) => fate === "excluded");
  return analyseArticles(
    excluded.map(({ article }) => article),
    lexicon,
  );
}

/** Articles that are copies of others are heard as well where the desk wants it. */
export function pinnedIn(
  { pins }: DeskOrders,
  visible: readonly Article[],
  analyses: Analyses,
): Pinned[] {
  const articles = new Map(visible.map((article) => [article.id, article]));
  return pins.flatMap((pin): Pinned[] => {
    const article = articles.get(pin.article);
    const analysis = analyses.get(pin.article);
    if (article === undefined || analysis === undefined) return [];
    return [{ pin, article: analysed(article, analysis) }];
  });
}

/** What became of a passage that the desk leaves out: told for each theme that it spoke of. */
export function excludedChoices(
  { decisions: { excluded } }: DeskOrders,
  before: Analyses,
): Choice[] {
  return excluded.flatMap(({ reason, ...range }) => {
    const passages = before.get(range.article)?.passages ?? [];
    return passages
      .filter(({ start, end }) => overlaps({ article: range.article, start, end }, range))
      .flatMap(({ start, end, themes }) =>
        themes.map(({ id, score }): Choice => {
          const outcome = { kind: "excluded", reason } as const;
          const { article } = range;
          return { article, start, end, theme: id, slot: null, themeScore: score, outcome };
        }),
      );
  });
}
