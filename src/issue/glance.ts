/** From the figures of the period's articles to those at a glance, totals before their parts. */
import type { ArticleAnalysis, Figure } from "../model/analysis.js";
import type { Glance } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import { fold } from "../text/fold.js";
import { type FigurePlace, meritOfFigure, placesOf } from "./figure-merit.js";
import { type ArticlesById, makeStatement } from "./statements.js";
import { speakerOf } from "./theme-slots.js";

/**
 * Figures in sentences that carry a theme, those first that matter most there; the same figure said
 * twice stands once, with its claimant. A total brings its parts along.
 */
export function chooseFigures(
  analyses: readonly ArticleAnalysis[],
  articles: ArticlesById,
  lexicon: Lexicon,
  limit: number,
): Glance[] {
  const told = analyses.flatMap((analysis) => figuresOf(analysis, articles, lexicon));
  const strongest = Math.max(0, ...told.map(({ place }) => place.themeScore));
  const byFigure = Map.groupBy(told, ({ key }) => key);
  const telling = [...byFigure.values()].filter(
    (same) => originsOf(same) > 1 || same.some((figure) => !figure.isMeasured),
  );
  const merged = telling.map(
    (same): Merged => ({
      glance: mergeFigures(same.map(({ glance }) => glance)),
      totals: new Set(same.map(({ total }) => total)),
      merit: Math.max(...same.map(({ place }) => meritOfFigure(place, strongest, originsOf(same)))),
    }),
  );
  const isPart = ({ glance, totals }: Merged) => glance.role === "part" && !totals.has(null);
  const leading = merged.filter((figure) => !isPart(figure)).sort(byMerit);
  const parts = merged.filter(isPart);
  const chosen: Glance[] = [];
  for (const { glance } of leading) {
    if (chosen.some((other) => isSameCount(other, glance))) continue;
    const own = parts.filter(({ totals }) => glance.role === "total" && totals.has(keyOf(glance)));
    chosen.push(glance, ...own.map((part) => part.glance));
  }
  return chosen.slice(0, limit);
}

interface ToldFigure {
  /** Equal for one figure in any language where it has a measure. */
  readonly key: string;
  readonly isMeasured: boolean;
  readonly glance: Glance;
  readonly place: FigurePlace;
  /** Key of the total that it is part of, or is. */
  readonly total: string | null;
}

function figuresOf(
  analysis: ArticleAnalysis,
  articles: ArticlesById,
  lexicon: Lexicon,
): ToldFigure[] {
  const placeOf = placesOf(analysis);
  let total: string | null = null;
  return analysis.figures.flatMap((figure) => {
    if (!isTelling(figure)) return [];
    const place = placeOf(figure);
    if (place.themeScore === 0) return [];
    const glance = glanceAt(figure, analysis, articles, lexicon);
    if (figure.role === "total") total = keyOf(glance);
    return [
      {
        key: keyOf({ ...glance, unit: figure.measure ?? glance.unit }),
        isMeasured: isMeasured(figure),
        glance,
        place,
        total: figure.role === "single" ? null : total,
      },
    ];
  });
}

function keyOf({ bound, value, unit }: Glance): string {
  return `${bound} ${value} ${fold(unit)}`;
}

function originsOf(same: readonly ToldFigure[]): number {
  return new Set(same.map(({ glance }) => glance.statement.citations[0]?.article)).size;
}

interface Merged {
  readonly glance: Glance;
  readonly totals: ReadonlySet<string | null>;
  readonly merit: number;
}

/** Ties go by the words, as articles have no order. */
function byMerit(a: Merged, b: Merged): number {
  if (a.merit !== b.merit) return b.merit - a.merit;
  return keyOf(a.glance) < keyOf(b.glance) ? -1 : 1;
}

/** “About 300 wells” beside “300 wells in the valley”: one of them is enough. */
function isSameCount(a: Glance, b: Glance): boolean {
  const words = new Set(fold(a.unit).split(" "));
  return (
    a.value === b.value &&
    fold(b.unit)
      .split(" ")
      .some((word) => words.has(word))
  );
}

/**
 * Not the upper end of a range, nor a few things counted in words ("two countries"), unless they are
 * part of a total.
 */
function isTelling({ value, text, role, bound }: Figure): boolean {
  if (bound === "at-most" && RANGE.test(text)) return false;
  return role !== "single" || value >= FEWEST_IN_WORDS || /\p{Nd}/u.test(text);
}

/** Lengths, areas and times fill every report: one that a single report gives is no news. */
function isMeasured({ measure }: Figure): boolean {
  return measure !== null && measure !== "percent" && !CURRENCY.test(measure);
}

const CURRENCY = /^[A-Z]{3}$/;
const FEWEST_IN_WORDS = 13;
const RANGE = /\p{Nd}[\s\p{L}]{0,12}[-–—\s]\p{Nd}/u;

function glanceAt(
  figure: Figure,
  { article, attributions }: ArticleAnalysis,
  articles: ArticlesById,
  lexicon: Lexicon,
): Glance {
  const { start, end, value, bound, unit, role } = figure;
  const claim = attributions.find((a) => a.start <= start && end <= a.end);
  return {
    statement: makeStatement({ article, start, end }, articles),
    value,
    bound,
    unit,
    role,
    claimant: claim === undefined ? null : speakerOf(claim, lexicon),
  };
}

const RANK: Readonly<Record<Glance["role"], number>> = { total: 0, part: 1, single: 2 };

/** The telling with the best role and a claimant speaks; other articles support it. */
function mergeFigures(same: Glance[]): Glance {
  const weight = (figure: Glance) => RANK[figure.role] * 2 + (figure.claimant === null ? 1 : 0);
  const [first, ...others] = same.sort((a, b) => weight(a) - weight(b));
  if (first === undefined) throw new Error("a figure stands for at least one place");
  const cited = new Set(first.statement.citations.map((citation) => citation.article));
  const supports = others.flatMap((other) =>
    other.statement.citations.filter(({ article }) => !cited.has(article) && cited.add(article)),
  );
  const citations = [...first.statement.citations, ...supports];
  return { ...first, statement: { ...first.statement, citations } };
}
