/** From passages that may speak to the few that do, by the method that the settings name. */
import type { ArticleRange } from "../model/analysis.js";
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
}

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
  const { units, meritOf = () => 0 } = choosing;
  if (units.length <= MOST_UNITS) return METHODS[method](choosing);
  const foremost = units
    .map((unit) => ({ unit, worth: meritOf(unit) + 1 / Math.sqrt(1 + unit.position) }))
    .sort((a, b) => b.worth - a.worth || byPlace(a.unit, b.unit))
    .slice(0, MOST_UNITS)
    .map(({ unit }) => unit);
  return METHODS[method]({ ...choosing, units: foremost });
}
