/** Articles to a line for everything in which they do not agree. */
import { CONFLICT_KINDS, type InspectLine } from "../model/inspect.js";
import { conflictNote } from "./conflict-note.js";
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
    return [{ kind, articles, citations, note: conflictNote(conflict) }];
  });
}
