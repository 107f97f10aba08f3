/** The families that a page may carry: which file of which package holds which letters. */
import amiriRanges from "@fontsource/amiri/unicode.json" with { type: "json" };
import sansRanges from "@fontsource/ibm-plex-sans/unicode.json" with { type: "json" };
import plexSerifRanges from "@fontsource/ibm-plex-serif/unicode.json" with { type: "json" };
import notoSerifRanges from "@fontsource/noto-serif/unicode.json" with { type: "json" };

export interface Family {
  readonly name: string;
  /** Of its package and its files. */
  readonly slug: string;
  /** CSS `unicode-range` by subset. */
  readonly ranges: Readonly<Record<string, string>>;
  readonly weights: readonly number[];
}

const PLEX_WEIGHTS = [400, 600, 700];

export const FAMILIES: readonly Family[] = [
  { name: "IBM Plex Sans", slug: "ibm-plex-sans", ranges: sansRanges, weights: PLEX_WEIGHTS },
  {
    name: "IBM Plex Serif",
    slug: "ibm-plex-serif",
    ranges: plexSerifRanges,
    weights: PLEX_WEIGHTS,
  },
  { name: "Noto Serif", slug: "noto-serif", ranges: notoSerifRanges, weights: PLEX_WEIGHTS },
  { name: "Amiri", slug: "amiri", ranges: amiriRanges, weights: [400, 700] },
];

/** Asked in this order for letters that the style's own families lack: Greek, Arabic. */
export const LAST_RESORT = ["Noto Serif", "Amiri"];

/** The heavier of two that are equally near. */
export function nearestWeight(family: Family, weight: number): number {
  const nearer = (best: number, each: number) =>
    Math.abs(each - weight) <= Math.abs(best - weight) ? each : best;
  return family.weights.reduce(nearer);
}

export function covers({ ranges }: Family, point: number): boolean {
  return Object.values(ranges).some((range) => contains(range, point));
}

/** Whether `U+0000-00FF,U+0131` holds a code point. */
export function contains(range: string, point: number): boolean {
  return range.split(",").some((part) => {
    const [from = "", to = from] = part.trim().replace("U+", "").split("-");
    return Number.parseInt(from, 16) <= point && point <= Number.parseInt(to, 16);
  });
}
