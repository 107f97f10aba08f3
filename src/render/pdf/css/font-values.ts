/** Values of the properties of fonts and of the line they stand on in, what they ask for out (CSS Fonts 4, CSS Inline 3). */
import { byWord } from "../by-word.js";
import type { FontStack } from "../fonts/match-font.js";
import { parseUserLength } from "./drawing-values.js";
import {
  type LengthContext,
  type Percent,
  parseLength,
  parseNumber,
  parsePercent,
  splitList,
  unquote,
} from "./values.js";

export const SERIF: FontStack = { names: ["serif"], own: new Map() };

export function parseFamilies(
  text: string,
  { families: own = new Map() }: LengthContext,
): FontStack {
  const names = splitList(text).map((name) => (unquote(name) ?? name).toLowerCase());
  return { names, own };
}

/** @returns pt. */
export function parseFontSize(text: string, context: LengthContext): number | undefined {
  const word = text.toLowerCase();
  const named = FONT_SIZES[word];
  if (named !== undefined) return named;
  const share = parsePercent(FONT_SHARES[word] ?? text);
  return share ? (share.percent / 100) * context.fontSize : parseUserLength(text, context);
}

/** pt (CSS Fonts 4, 2.5). */
const FONT_SIZES: Readonly<Record<string, number>> = byWord({
  "xx-small": 6.75,
  "x-small": 7.5,
  small: 9.75,
  medium: 12,
  large: 13.5,
  "x-large": 18,
  "xx-large": 24,
  "xxx-large": 36,
});

const FONT_SHARES: Readonly<Record<string, string>> = byWord({ smaller: "83.33%", larger: "120%" });

/** @returns 1 to 1000. */
export function parseFontWeight(
  text: string,
  { inheritedWeight = 400 }: LengthContext,
): number | undefined {
  const word = text.toLowerCase();
  if (word === "bolder") return bolder(inheritedWeight);
  if (word === "lighter") return lighter(inheritedWeight);
  const weight = FONT_WEIGHTS[word] ?? parseNumber(word) ?? 0;
  return weight >= 1 && weight <= 1000 ? weight : undefined;
}

const FONT_WEIGHTS: Readonly<Record<string, number>> = byWord({ normal: 400, bold: 700 });

/** CSS Fonts 4, 2.2.1. */
function bolder(weight: number): number {
  if (weight < 350) return 400;
  return weight < 550 ? 700 : Math.max(900, weight);
}

function lighter(weight: number): number {
  if (weight < 100) return weight;
  if (weight < 550) return 100;
  return weight < 750 ? 400 : 700;
}

/** `normal`, a multiple of the font size, or pt. */
export type LineHeight = "normal" | { readonly factor: number } | number;

export function parseLineHeight(text: string, context: LengthContext): LineHeight | undefined {
  if (text === "normal") return "normal";
  const factor = parseNumber(text);
  if (factor !== undefined) return { factor };
  const share = parsePercent(text);
  return share ? (share.percent / 100) * context.fontSize : parseLength(text, context);
}

const ALIGNMENTS = [
  "baseline",
  "super",
  "sub",
  "top",
  "middle",
  "bottom",
  "text-top",
  "text-bottom",
] as const;

/** By name, or raised by pt or a share of the line's height. */
export type VerticalAlign = (typeof ALIGNMENTS)[number] | number | Percent;

export function parseVerticalAlign(
  text: string,
  context: LengthContext,
): VerticalAlign | undefined {
  const word = text.toLowerCase();
  const named = ALIGNMENTS.find((each) => each === word);
  return named ?? parseLength(text, context) ?? parsePercent(text);
}
