/** Analysed articles to a line each: the sentences with their offsets. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";

export function sentencesLines(inspected: Inspected): InspectLine<"sentences">[] {
  return perItem(inspected, ({ sentences }, { id, language }) => [
    { id, language, sentences: [...sentences] },
  ]);
}
