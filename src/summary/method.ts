/** From passages that may speak to the few that do, by the method that the settings name. */
import type { ArticleRange } from "../model/analysis.js";
import type { ScoreParts } from "../model/choice.js";
import type { SummaryMethod } from "../model/settings.js";
import { chooseByCentroid } from "./centroid.js";
import { chooseByLead } from "./lead.js";
import { chooseByLexRank } from "./lexrank.js";
import { byPlace } from "./repeats.js";

/** A passage as a method sees it. */
export interface Unit extends ArticleRange {
  /** The article that speaks for all copies of the report and all of one publisher. */
  readonly origin: string;
  /** Ordinal among the article's passages, from 0. */
  readonly position: number;
  /** Folded words. */
  readonly words: readonly string[];
}

export interface Room {
  readonly statements: number;
  readonly words: number;
}

export interface Choosing<T extends Unit> {
  readonly units: readonly T[];
  /** What is chosen fits both; a place may stay empty. */
  readonly room: Room;
  /** Whether all units are of one event: then what two reports share is no chance. */
  readonly ofOneEvent: boolean;
  /** Words that printing the unit takes; its own by default. */
  readonly lengthOf?: (unit: T) => number;
  /** What speaks for a unit besides its words and its place; nothing by default. */
  readonly meritOf?: (unit: T) => number;
  /** Passages of other origins that report the same event; one speaks for all. */
  readonly supportsOf: (unit: T) => readonly ArticleRange[];
  /** Told how each unit fared, once; nothing is worked out for it where nobody asks. */
  readonly onFared?: ((fared: Fared<T>) => void) | undefined;
}

/** How a unit fared, and what it was worth when that was settled. */
export interface Fared<T extends Unit> {
  readonly unit: T;
  readonly lot: Lot<T>;
  /** In the method's own measure: the higher, the better; comparable within one place. */
  readonly score: number;
  /** What the score is made of. */
  readonly parts: ScoreParts;
}

export type Lot<T extends Unit> =
  /** Took the place of this number, counted from 1. */
  | { readonly kind: "chosen"; readonly place: number }
  /** Says what a chosen one says. */
  | { readonly kind: "repeats"; readonly by: T }
  /** The last place went to another; null where there was none. Ranks count the chosen too. */
  | {
      readonly kind: "outranked";
      readonly by: T | null;
      readonly byScore: number;
      readonly rank: number;
    }
  /** Needs more words than are left. */
  | { readonly kind: "too-long"; readonly length: number; readonly left: number }
  /** The method looks at so many, and this is none of them. */
  | { readonly kind: "out-of-sight"; readonly limit: number };

/**
 * Every method gives the same for the same units in any order, never two that say the same, and
 * rather fewer than fit than one twice. Best first.
 */
type Choose = <T extends Unit>(choosing: Choosing<T>) => T[];

const METHODS: Readonly<Record<SummaryMethod, Choose>> = {
  lead: chooseByLead,
  lexrank: chooseByLexRank,
  centroid: chooseByCentroid,
};

/** Of more units, those with most merit that stand earliest take part. */
const MOST_UNITS = 5000;

export function chooseUnits<T extends Unit>(method: SummaryMethod, choosing: Choosing<T>): T[] {
  const { units, meritOf = () => 0, onFared } = choosing;
  if (units.length <= MOST_UNITS) return METHODS[method](choosing);
  const ranked = units
    .map((unit) => ({ unit, worth: meritOf(unit) + 1 / Math.sqrt(1 + unit.position) }))
    .sort((a, b) => b.worth - a.worth || byPlace(a.unit, b.unit));
  const foremost = ranked.slice(0, MOST_UNITS).map(({ unit }) => unit);
  if (onFared !== undefined) {
    for (const { unit, worth } of ranked.slice(MOST_UNITS))
      onFared({ unit, lot: { kind: "out-of-sight", limit: MOST_UNITS }, score: worth, parts: {} });
  }
  return METHODS[method]({ ...choosing, units: foremost });
}
