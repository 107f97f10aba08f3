/** From printed statements to the one that says already what a candidate says. */
import { countTerms, rarity } from "../text/similarity.js";
import type { Unit } from "./method.js";

/** Part of a candidate's words, by rarity, that one printed statement must hold. */
const MOST = 0.7;

/**
 * @param all what rarity is counted over
 * @returns the first of `printed` that holds most of a unit's words; null where none does
 */
export function saidBefore<T extends Unit>(
  printed: readonly T[],
  all: readonly Unit[],
): (unit: Unit) => T | null {
  if (printed.length === 0) return () => null;
  const statistics = countTerms(all.map(({ words }) => words));
  const told = printed.map((unit) => ({ unit, known: new Set(unit.words) }));
  return ({ words }) => {
    const own = [...new Set(words)].map((word) => ({ word, weight: rarity(word, statistics) }));
    const whole = own.reduce((sum, { weight }) => sum + weight, 0);
    const found = told.find(({ known }) => {
      const shared = own.filter(({ word }) => known.has(word));
      return shared.reduce((sum, { weight }) => sum + weight, 0) >= MOST * whole;
    });
    return found?.unit ?? null;
  };
}
