/** What two issues tell to the figure in it that was revised: one thing counted, two values that cannot both hold. */
import type { FigureStatement } from "../../analysis/index.js";
import type { Told } from "./told.js";

/** The words of both figures. */
export type Revision = readonly [before: string, now: string];

/** @param isTied whether both tell of one story, or the same person speaks */
export function revisionIn(before: Told, now: Told, isTied: boolean): Revision | null {
  if (!isTied) return null;
  for (const was of single(before.figures)) {
    const is = single(now.figures).find((figure) => isSameCount(was, figure));
    if (is === undefined || !areApart(was, is)) continue;
    return [was.figure.text, is.figure.text];
  }
  return null;
}

const keyOf = ({ subject, outcome }: FigureStatement): string => `${subject}|${outcome}`;

/** A sentence with several counts of one thing counts its parts. */
function single(figures: readonly FigureStatement[]): FigureStatement[] {
  const counts = Map.groupBy(figures, keyOf);
  return figures.filter((figure) => counts.get(keyOf(figure))?.length === 1);
}

/** The same is counted, of nothing that other days or names set apart. */
function isSameCount(was: FigureStatement, is: FigureStatement): boolean {
  if (keyOf(was) !== keyOf(is) || haveOtherDates(was, is)) return false;
  const isNamedApart =
    was.names.size > 0 && is.names.size > 0 && ![...was.names].some((name) => is.names.has(name));
  if (isNamedApart) return false;
  const shared = [...was.terms].filter((term) => is.terms.has(term)).length;
  const least = was.outcome === null ? OF_COUNTS : OF_OUTCOMES;
  return shared >= least.words && shared >= Math.min(was.terms.size, is.terms.size) * least.share;
}

/** What befell people says much by itself. */
const OF_OUTCOMES = { words: 1, share: 0.15 };
const OF_COUNTS = { words: 3, share: 0.35 };

function haveOtherDates({ date: a }: FigureStatement, { date: b }: FigureStatement): boolean {
  return a !== null && b !== null && (a.to < b.from || b.to < a.from);
}

const areApart = (a: FigureStatement, b: FigureStatement): boolean =>
  a.most < b.least || b.most < a.least;
