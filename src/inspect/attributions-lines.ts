/** Analysed articles to a line for everything that somebody says in them. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";

export function attributionsLines(inspected: Inspected): InspectLine<"attributions">[] {
  return perItem(inspected, ({ article, attributions }) =>
    attributions.map(({ start, end, speaker, entity, cue, kind, via, depth }) => ({
      article,
      start,
      end,
      speaker,
      entity,
      verb: cue,
      kind: kind === "indirect" ? "report" : "quotation",
      carrier: via.length === 0 ? null : via.join(", "),
      depth,
    })),
  );
}
