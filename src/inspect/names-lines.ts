/** Analysed articles to a line for every use of a known name. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, perItem } from "./inspected.js";

export function namesLines(inspected: Inspected): InspectLine<"names">[] {
  return perItem(inspected, ({ article, names }) => names.map((name) => ({ article, ...name })));
}
