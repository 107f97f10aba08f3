/** The words of a CSS value in, numbers and names out: lengths in pt, colours as `#rrggbb`. */
import { byWord } from "../by-word.js";
import type { Families } from "../fonts/families.js";
import { evaluateCalc, isCalc, type Quantity } from "./calc.js";

export { type Color, parseColor } from "./color.js";

export interface LengthContext {
  /** pt; what `1em` stands for. */
  readonly fontSize: number;
  /** pt; what `1rem` stands for. */
  readonly rootFontSize: number;
  /** Fonts that the page brings. */
  readonly families?: Families;
  /** What `bolder` and `lighter` start from. */
  readonly inheritedWeight?: number;
}

export interface Percent {
  readonly percent: number;
  /** pt; what `calc(100% - 12pt)` takes off. */
  readonly plus?: number;
}

/** A length in pt, a share of the containing block, or `auto`. */
export type Size = number | Percent | "auto";

const POINTS: Readonly<Record<string, number>> = byWord({
  pt: 1,
  px: 0.75,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  q: 72 / 101.6,
});

/** Of the font size. `ch` and `ex` are the half em that CSS falls back to without the font's own. */
const SHARES_OF_FONT: Readonly<Record<string, number>> = byWord({ em: 1, ex: 0.5, ch: 0.5 });

export function parseLength(text: string, context: LengthContext): number | undefined {
  if (isCalc(text)) {
    const value = parseCalc(text, context);
    return value?.kind === "length" && value.percent === 0 ? within(value.amount) : undefined;
  }
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*)$/i.exec(text);
  if (!match) return undefined;
  const amount = Number(match[1]);
  const unit = match[2]?.toLowerCase() ?? "";
  const points = unit === "" ? (amount === 0 ? 0 : undefined) : pointsOf(unit, context);
  return points === undefined ? undefined : within(amount * points);
}

/** Beyond this lies no paper (it would be 3.5 km wide), and a PDF cannot write what comes of it. */
const MOST = 1e7;

function within(amount: number): number {
  return Math.max(-MOST, Math.min(MOST, amount));
}

function pointsOf(unit: string, context: LengthContext): number | undefined {
  const share = SHARES_OF_FONT[unit];
  if (share !== undefined) return share * context.fontSize;
  return unit === "rem" ? context.rootFontSize : POINTS[unit];
}

export function parsePercent(text: string): Percent | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))%$/.exec(text);
  return match ? { percent: within(Number(match[1])) } : undefined;
}

function parseCalc(text: string, context: LengthContext): Quantity | undefined {
  return evaluateCalc(text, (leaf) => {
    const number = parseNumber(leaf);
    if (number !== undefined) return { kind: "number", amount: number, percent: 0 };
    const percent = parsePercent(leaf)?.percent;
    if (percent !== undefined) return { kind: "length", amount: 0, percent };
    const amount = parseLength(leaf, context);
    return amount === undefined ? undefined : { kind: "length", amount, percent: 0 };
  });
}

export function parseSize(text: string, context: LengthContext): Size | undefined {
  if (text === "auto") return "auto";
  if (!isCalc(text)) return parseLength(text, context) ?? parsePercent(text);
  const value = parseCalc(text, context);
  if (value?.kind !== "length") return undefined;
  const [amount, percent] = [within(value.amount), within(value.percent)];
  return percent === 0 ? amount : amount === 0 ? { percent } : { percent, plus: amount };
}

export function parseNumber(text: string): number | undefined {
  if (isCalc(text)) {
    const value = parseCalc(text, NO_CONTEXT);
    return value?.kind === "number" ? within(value.amount) : undefined;
  }
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? within(Number(text)) : undefined;
}

/** Numbers have no units that could need one. */
const NO_CONTEXT: LengthContext = { fontSize: 0, rootFontSize: 0 };

/** @returns pt, or undefined for `auto`. */
export function resolveSize(size: Size, whole: number): number | undefined {
  if (size === "auto") return undefined;
  return typeof size === "number" ? size : (size.percent / 100) * whole + (size.plus ?? 0);
}

/** Splits at spaces, but not within quotation marks or brackets. */
export function splitWords(text: string): string[] {
  return splitOutsideBrackets(text, (character) => /\s/.test(character));
}

/** Splits at commas, but not within quotation marks or brackets. */
export function splitList(text: string): string[] {
  return splitOutsideBrackets(text, (character) => character === ",");
}

function splitOutsideBrackets(text: string, separates: (character: string) => boolean): string[] {
  const parts: string[] = [];
  let part = "";
  let quote = "";
  let depth = 0;
  for (const character of text) {
    if (quote) quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (depth === 0 && separates(character)) {
      parts.push(part);
      part = "";
      continue;
    }
    part += character;
  }
  return [...parts, part].map((each) => each.trim()).filter((each) => each !== "");
}

/** The text of a CSS string, its quotation marks and escapes undone. */
export function unquote(text: string): string | undefined {
  const match = /^(["'])(.*)\1$/s.exec(text);
  return match?.[2]?.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gis, (_, hex?: string, plain?: string) =>
    hex ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16))) : (plain ?? ""),
  );
}
