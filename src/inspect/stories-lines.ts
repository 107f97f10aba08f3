/** Articles to a line for every story; an article that nobody else reports is one by itself. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, relationsOf } from "./inspected.js";

export function storiesLines(inspected: Inspected): InspectLine<"stories">[] {
  return relationsOf(inspected).stories.map(({ id, articles, origins }) => ({
    id,
    articles: [...articles],
    origins,
  }));
}
