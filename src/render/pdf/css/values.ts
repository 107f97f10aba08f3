/** The words of a CSS value in, numbers and names out: lengths in pt, colours as `#rrggbb`. */

export interface LengthContext {
  /** pt; what `1em` stands for. */
  readonly fontSize: number;
  /** pt; what `1rem` stands for. */
  readonly rootFontSize: number;
}

export interface Percent {
  readonly percent: number;
}

/** A length in pt, a share of the containing block, or `auto`. */
export type Size = number | Percent | "auto";

/** `#rrggbb`, or one of the two words that only mean something on an element. */
export type Color = `#${string}` | "transparent" | "currentcolor";

const POINTS: Readonly<Record<string, number>> = {
  pt: 1,
  px: 0.75,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
};

export function parseLength(text: string, context: LengthContext): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(pt|px|pc|in|cm|mm|em|rem)?$/i.exec(text);
  if (!match) return undefined;
  const amount = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  if (unit === undefined) return amount === 0 ? 0 : undefined;
  if (unit === "em") return amount * context.fontSize;
  if (unit === "rem") return amount * context.rootFontSize;
  return amount * (POINTS[unit] ?? 0);
}

export function parsePercent(text: string): Percent | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))%$/.exec(text);
  return match ? { percent: Number(match[1]) } : undefined;
}

export function parseSize(text: string, context: LengthContext): Size | undefined {
  return text === "auto" ? "auto" : (parseLength(text, context) ?? parsePercent(text));
}

export function parseNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined;
}

/** @returns pt, or undefined for `auto`. */
export function resolveSize(size: Size, whole: number): number | undefined {
  if (size === "auto") return undefined;
  return typeof size === "number" ? size : (size.percent / 100) * whole;
}

const NAMED_COLORS: Readonly<Record<string, Color>> = {
  black: "#000000",
  silver: "#c0c0c0",
  gray: "#808080",
  grey: "#808080",
  white: "#ffffff",
  maroon: "#800000",
  red: "#ff0000",
  purple: "#800080",
  fuchsia: "#ff00ff",
  green: "#008000",
  lime: "#00ff00",
  olive: "#808000",
  yellow: "#ffff00",
  navy: "#000080",
  blue: "#0000ff",
  teal: "#008080",
  aqua: "#00ffff",
  orange: "#ffa500",
  transparent: "transparent",
  currentcolor: "currentcolor",
};

export function parseColor(text: string): Color | undefined {
  const word = text.toLowerCase();
  if (word in NAMED_COLORS) return NAMED_COLORS[word];
  if (/^#[0-9a-f]{6}$/.test(word)) return `#${word.slice(1)}`;
  if (/^#[0-9a-f]{3}$/.test(word)) return `#${word.slice(1).replace(/./g, "$&$&")}`;
  const rgb = /^rgb\(\s*(\d+)\s*[, ]\s*(\d+)\s*[, ]\s*(\d+)\s*\)$/.exec(word);
  if (!rgb) return undefined;
  return `#${rgb.slice(1).map(twoHexDigits).join("")}`;
}

function twoHexDigits(channel: string): string {
  return Math.min(255, Number(channel)).toString(16).padStart(2, "0");
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
