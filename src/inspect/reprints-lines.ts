/** Articles to a line for every group that carries the same copy, or may be a translation of one. */
import type { InspectLine } from "../model/inspect.js";
import { type Inspected, relationsOf } from "./inspected.js";

export function reprintsLines(inspected: Inspected): InspectLine<"reprints">[] {
  const { reprints, translations } = relationsOf(inspected);
  return [...reprints, ...translations].map(({ id, kind, members, containment }) => ({
    id,
    kind,
    articles: [...members],
    containment,
  }));
}
