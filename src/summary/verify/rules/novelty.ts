/** Rule 12: at most half of the pairs of neighbouring words are new, moves that are explained aside. */
import type { RewriteFault } from "../../../model/rewrite.js";
import { type Comparison, faultAt } from "../comparison.js";

export function checkNovelty({ source, rewrite }: Comparison): RewriteFault[] {
  const places = rewrite.content.map((at) => source.content.indexOf(rewrite.pair[at] ?? -1));
  const fresh = places.filter((place, at) => at > 0 && place !== (places[at - 1] ?? 0) + 1);
  const isNew = places.length >= SHORTEST && fresh.length > (places.length - 1) / 2;
  return isNew ? [faultAt("clause", rewrite.tokens[rewrite.content[0] ?? 0], rewrite)] : [];
}

/** In a shorter sentence one move makes most pairs new. */
const SHORTEST = 8;
