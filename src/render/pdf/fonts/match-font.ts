/** A style in, the fonts to ask for its letters out, in order (CSS Fonts 4, 5). */
import type { Style } from "../css/properties.js";
import { remember } from "../remember.js";
import { type Families, type FontSource, lastResort, shippedFamily } from "./families.js";

/** What `font-family` says, together with the families that the page brings itself. */
export interface FontStack {
  /** In lower case. */
  readonly names: readonly string[];
  readonly own: Families;
}

export type Candidates = readonly [FontSource, ...FontSource[]];

const known = new WeakMap<FontStack, Map<string, Candidates>>();

export function candidatesFor(style: Style): Candidates {
  const { fontFamily, fontWeight, fontStyle } = style;
  const byLook = remember(known, fontFamily, () => new Map<string, Candidates>());
  return remember(byLook, `${fontWeight} ${fontStyle}`, () => findCandidates(style));
}

function findCandidates({ fontFamily, fontWeight, fontStyle }: Style): Candidates {
  const { names, own } = fontFamily;
  const named = names.flatMap((name) => {
    const family = own.get(name) ?? shippedFamily(name);
    return family ? [family] : [];
  });
  const isSansSerif = names.some((name) => /\bsans\b/.test(name));
  const families = new Set([...named, ...lastResort(isSansSerif)]);
  const isItalic = fontStyle !== "normal";
  const found = [...families].flatMap((family) => matchFont(family, fontWeight, isItalic));
  const [first, ...others] = found;
  if (!first) throw new Error("the fonts that come with the program are gone");
  return [first, ...others];
}

/**
 * The slope counts before the weight. A family may be cut into files for some letters each: all that
 * match alike are taken.
 */
export function matchFont(
  family: readonly FontSource[],
  weight: number,
  isItalic: boolean,
): readonly FontSource[] {
  const sloped = family.filter(({ italic }) => italic === isItalic);
  const alike = sloped.length > 0 ? sloped : family;
  const nearest = nearestWeight(
    alike.map(({ weights }) => weights),
    weight,
  );
  return alike.filter(({ weights }) => weights === nearest || same(weights, nearest));
}

type Range = FontSource["weights"];

/** CSS Fonts 4, 5.2: a text weight looks up to 500 first, a light one below, a bold one above. */
function nearestWeight(ranges: readonly Range[], wanted: number): Range | undefined {
  const rank = ([lowest, highest]: Range): number => {
    if (lowest <= wanted && wanted <= highest) return 0;
    const distance = lowest > wanted ? lowest - wanted : wanted - highest;
    const isAbove = lowest > wanted;
    if (wanted >= 400 && wanted <= 500) {
      if (isAbove && lowest <= 500) return distance;
      return isAbove ? 2000 + distance : 1000 + distance;
    }
    return isAbove === wanted > 500 ? distance : 1000 + distance;
  };
  return ranges.toSorted((a, b) => rank(a) - rank(b))[0];
}

function same(a: Range, b: Range | undefined): boolean {
  return a[0] === b?.[0] && a[1] === b[1];
}
