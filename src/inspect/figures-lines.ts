/** Analysed articles to a line for every figure in their texts. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";

export function figuresLines(inspected: Inspected): InspectLine<"figures">[] {
  return perItem(inspected, ({ article, figures, attributions }) =>
    figures.map(({ start, end, value, unit, bound }) => ({
      article,
      start,
      end,
      value,
      unit: null,
      of: unit,
      qualifier: bound,
      claimant: attributions.find((a) => a.start <= start && end <= a.end)?.speaker ?? null,
      date: null,
    })),
  );
}
