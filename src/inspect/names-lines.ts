/** Analysed articles to a line for every use of a known name, given to an entity or left open. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";

export function namesLines(inspected: Inspected): InspectLine<"names">[] {
  return perItem(inspected, ({ article, names, openNames }) => {
    const given = names.map((name) => ({ article, ...name, open: null }));
    const left = openNames.map(({ candidates, reason, ...span }) => ({
      article,
      ...span,
      entity: null,
      open: { candidates, reason },
    }));
    return [...given, ...left].sort((a, b) => a.start - b.start);
  });
}
