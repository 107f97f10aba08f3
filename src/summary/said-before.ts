/** From printed statements to whether they say already what a candidate says. */
import { countTerms, rarity } from "../text/similarity.js";
import type { Unit } from "./method.js";

/** Part of a candidate's words, by rarity, that one printed statement must hold. */
const MOST = 0.7;

/** @param all what rarity is counted over @returns whether one of `printed` holds most of a unit's words */
export function saidBefore(
  printed: readonly Unit[],
  all: readonly Unit[],
): (unit: Unit) => boolean {
  if (printed.length === 0) return () => false;
  const statistics = countTerms(all.map(({ words }) => words));
  const told = printed.map(({ words }) => new Set(words));
  return ({ words }) => {
    const own = [...new Set(words)].map((word) => ({ word, weight: rarity(word, statistics) }));
    const whole = own.reduce((sum, { weight }) => sum + weight, 0);
    return told.some((known) => {
      const shared = own.filter(({ word }) => known.has(word));
      return shared.reduce((sum, { weight }) => sum + weight, 0) >= MOST * whole;
    });
  };
}
