/** Units to those that open their articles: the first of each, then the second of each. */
import type { Choosing, Unit } from "./method.js";
import { byPlace } from "./repeats.js";
import { takeRanked } from "./take-ranked.js";
import { termVectors } from "./term-vectors.js";

/** Of units in one place, those with more merit come first. */
export function chooseByLead<T extends Unit>(choosing: Choosing<T>): T[] {
  const { units, meritOf = () => 0 } = choosing;
  const placed = [...units].sort(byPlace);
  const vectors = termVectors(placed);
  const ranked = placed.flatMap((unit, index) => {
    const vector = vectors[index];
    if (vector === undefined) return [];
    const early = 1 / (1 + unit.position);
    return [{ unit, vector, merit: meritOf(unit), score: early, parts: { early } }];
  });
  ranked.sort(
    (a, b) => a.unit.position - b.unit.position || b.merit - a.merit || byPlace(a.unit, b.unit),
  );
  return takeRanked(ranked, choosing);
}
