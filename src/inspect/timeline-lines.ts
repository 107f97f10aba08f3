/** Articles to a line for every event that they date, by its day. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, quoter, relationsOf } from "./inspected.js";
import { intervalOf } from "./interval-of.js";

export function timelineLines(inspected: Inspected): InspectLine<"timeline">[] {
  const quote = quoter(inspected.articles);
  return relationsOf(inspected).timeline.map(
    ({ passage, tellings, origins, precision, ...item }) => ({
      date: intervalOf({ precision, ...item }),
      precision,
      event: quote(passage).quote,
      citations: tellings.map(quote),
      origins,
    }),
  );
}
