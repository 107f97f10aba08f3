/** Articles to a line for everything in which they do not agree. */
import type { Conflict } from "../model/analysis.js";
import { CONFLICT_KINDS, type InspectLine } from "../model/inspect.js";
import { type Inspected, quoter, relationsOf } from "./inspected.js";

type Line = InspectLine<"conflicts">;

/** Gaps (what nobody reports) are findings of an issue, and no conflicts. */
export function conflictsLines(inspected: Inspected): Line[] {
  const quote = quoter(inspected.articles);
  return relationsOf(inspected).conflicts.flatMap((conflict): Line[] => {
    const kind = CONFLICT_KINDS.find((known) => known === conflict.kind);
    if (kind === undefined) return [];
    const citations = conflict.ranges.map(quote);
    const articles = [...new Set(citations.map(({ article }) => article))];
    return [{ kind, articles, citations, note: noteOf(conflict) }];
  });
}

function noteOf({ kind, params }: Conflict): string {
  const details = Object.entries(params).map(([name, value]) => `${name} ${String(value)}`);
  return [kind, ...details].join("; ");
}
