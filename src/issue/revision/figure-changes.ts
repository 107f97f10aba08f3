/** The figures at a glance of two versions of an issue in, those that are other numbers now out. */
import type { Finding, Glance } from "../../model/issue.js";
import type { ArticleNames } from "./article-changes.js";
import { changeFinding } from "./change-finding.js";
import type { Comparable } from "./find-changes.js";

/** Figures of one thing in one article; where an article gives several, they go by their order. */
export function changedFigures(
  before: Comparable,
  now: Comparable,
  names: ArticleNames,
): Finding[] {
  const former = figuresByThing(before, new Map());
  const current = figuresByThing(now, names);
  return [...former].flatMap(([thing, old]) => {
    const figure = current.get(thing);
    if (figure === undefined || sameFigure(old, figure)) return [];
    const { text, citations } = figure.statement;
    if (text === old.statement.text) return [];
    return changeFinding("figure-changed", { before: old.statement.text }, citations.slice(0, 1));
  });
}

function figuresByThing({ glance }: Comparable, names: ArticleNames): ReadonlyMap<string, Glance> {
  const seen = new Map<string, number>();
  return new Map(
    glance.figures.map((figure) => {
      const article = figure.statement.citations[0]?.article ?? "";
      const thing = `${names.get(article) ?? article} ${figure.unit}`;
      const count = (seen.get(thing) ?? 0) + 1;
      seen.set(thing, count);
      return [`${thing} ${count}`, figure];
    }),
  );
}

function sameFigure(a: Glance, b: Glance): boolean {
  return a.value === b.value && a.bound === b.bound;
}
