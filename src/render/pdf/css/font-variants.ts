/** The words of `font-variant-*` and the tags of `font-feature-settings` in, OpenType features out (CSS Fonts 4, 6). */
import { byWord } from "../by-word.js";
import { splitList, splitWords, unquote } from "./values.js";

/** By OpenType tag; 0 switches off what a font does by itself. */
export type Features = Readonly<Record<string, number>>;

const NUMERIC: Readonly<Record<string, Features>> = byWord<Features>({
  "lining-nums": { lnum: 1 },
  "oldstyle-nums": { onum: 1 },
  "proportional-nums": { pnum: 1 },
  "tabular-nums": { tnum: 1 },
  "diagonal-fractions": { frac: 1 },
  "stacked-fractions": { afrc: 1 },
  ordinal: { ordn: 1 },
  "slashed-zero": { zero: 1 },
});

const LIGATURES: Readonly<Record<string, Features>> = byWord<Features>({
  none: { liga: 0, clig: 0, calt: 0, dlig: 0, hlig: 0 },
  "common-ligatures": { liga: 1, clig: 1 },
  "no-common-ligatures": { liga: 0, clig: 0 },
  "discretionary-ligatures": { dlig: 1 },
  "no-discretionary-ligatures": { dlig: 0 },
  "historical-ligatures": { hlig: 1 },
  "no-historical-ligatures": { hlig: 0 },
  contextual: { calt: 1 },
  "no-contextual": { calt: 0 },
});

const POSITIONS: Readonly<Record<string, Features>> = byWord<Features>({
  sub: { subs: 1 },
  super: { sups: 1 },
});

const KERNING: Readonly<Record<string, Features>> = byWord<Features>({
  auto: {},
  none: { kern: 0 },
});

/** One choice of each pair. */
const CONTRARY: readonly (readonly [string, string])[] = [
  ["lnum", "onum"],
  ["pnum", "tnum"],
  ["frac", "afrc"],
];

export const parseNumericVariants = (text: string) => parseVariants(text, NUMERIC);
export const parseLigatureVariants = (text: string) => parseVariants(text, LIGATURES);
export const parsePositionVariant = (text: string) => parseVariants(text, POSITIONS);
export const parseKerning = (text: string) => parseVariants(text, KERNING);

function parseVariants(
  text: string,
  known: Readonly<Record<string, Features>>,
): Features | undefined {
  const words = text.toLowerCase().split(/\s+/);
  if (words[0] === "normal" && words.length === 1) return {};
  let features: Features = {};
  for (const word of words) {
    const own = known[word];
    if (!own || Object.keys(own).some((tag) => tag in features)) return undefined;
    features = { ...features, ...own };
  }
  const isContrary = CONTRARY.some(([one, other]) => features[one] && features[other]);
  return isContrary ? undefined : features;
}

/** `"tnum", "liga" 0, "ss01" on` -> `{tnum: 1, liga: 0, ss01: 1}`. */
export function parseFeatureSettings(text: string): Features | undefined {
  if (text.toLowerCase() === "normal") return {};
  const features: Record<string, number> = {};
  for (const [quoted = "", word = "on", ...others] of splitList(text).map(splitWords)) {
    const tag = unquote(quoted);
    const value =
      SWITCHES[word.toLowerCase()] ?? (/^\d{1,5}$/.test(word) ? Number(word) : undefined);
    const isTag = tag !== undefined && /^[\x20-\x7e]{4}$/.test(tag);
    if (!isTag || value === undefined || others.length > 0) return undefined;
    features[tag] = value;
  }
  return features;
}

const SWITCHES: Readonly<Record<string, number>> = byWord({ on: 1, off: 0 });
