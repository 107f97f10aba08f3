/** The rows of a table in, the width of each column out: those that say more are wider, none is too narrow to read. */
import type { PhrasingContent, TableRow } from "mdast";

/** Twentieths of a point between the margins of the page. */
const MEASURE = 9400;
const NARROWEST = 800;

export function columnWidths(rows: readonly TableRow[]): readonly number[] {
  const count = Math.max(0, ...rows.map(({ children }) => children.length));
  const weights = Array.from({ length: count }, (_, column) =>
    Math.sqrt(
      rows.reduce((sum, { children }) => sum + lengthOf(children[column]?.children ?? []), 1) /
        Math.max(1, rows.length),
    ),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = Math.max(0, MEASURE - NARROWEST * count);
  return weights.map((weight) => NARROWEST + Math.floor((spare * weight) / total));
}

function lengthOf(words: readonly PhrasingContent[]): number {
  return words.reduce((sum, node) => {
    if ("value" in node) return sum + node.value.length;
    return "children" in node ? sum + lengthOf(node.children) : sum;
  }, 0);
}
