/** Analysed articles to a line for every figure in their texts. */
import { claimOf } from "../analysis/index.js";
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";
import { intervalOf } from "./interval-of.js";

export function figuresLines(inspected: Inspected): InspectLine<"figures">[] {
  return perItem(inspected, (analysis) =>
    analysis.figures.map((figure) => {
      const { start, end, value, measure, of, bound } = figure;
      const { attribution, date } = claimOf(figure, analysis);
      return {
        article: analysis.article,
        start,
        end,
        value,
        unit: measure,
        of,
        qualifier: bound,
        claimant: attribution?.speaker ?? null,
        date: date === null ? null : intervalOf(date),
      };
    }),
  );
}
