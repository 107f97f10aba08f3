/** Values of the properties of boxes in, what they ask for out (CSS Box Sizing 4, Backgrounds 3, Tables 3, Multi-column 1). */
import { byWord } from "../by-word.js";
import {
  type LengthContext,
  parseLength,
  parseNumber,
  parseSize,
  type Size,
  splitWords,
} from "./values.js";

/** Of `max-width` and `max-height`; `none` is `auto`. */
export function parseMaximum(text: string, context: LengthContext): Size | undefined {
  return parseSize(text === "none" ? "auto" : text, context);
}

/** `16 / 9` -> width by height. */
export function parseRatio(text: string): number | "auto" | undefined {
  if (text === "auto") return "auto";
  const [width = "", height = "1", ...rest] = text
    .replace(/\bauto\b/, "")
    .split("/")
    .map((part) => part.trim());
  const ratio = (parseNumber(width) ?? 0) / (parseNumber(height) ?? 0);
  return rest.length === 0 && ratio > 0 && Number.isFinite(ratio) ? ratio : undefined;
}

/** @returns pt. */
export function parseBorderWidth(text: string, context: LengthContext): number | undefined {
  const width = NAMED_WIDTHS[text.toLowerCase()] ?? parseLength(text, context);
  return width && width > 0 ? Math.max(width, THINNEST_LINE) : width;
}

/** pt. */
const NAMED_WIDTHS: Readonly<Record<string, number>> = byWord({
  thin: 0.75,
  medium: 2.25,
  thick: 3.75,
});

/** pt; browsers draw no line thinner than a pixel, and make room for as much. */
const THINNEST_LINE = 0.75;

export const LINE_STYLES = ["none", "solid", "dashed", "dotted", "double"] as const;

export function parseLineStyle(text: string): (typeof LINE_STYLES)[number] | undefined {
  const word = text.toLowerCase();
  return LINE_STYLES.find((style) => style === (SHADED_LINES[word] ?? word));
}

/** Paper has no light to throw shadows. */
const SHADED_LINES: Readonly<Record<string, string>> = byWord({
  hidden: "none",
  groove: "solid",
  ridge: "solid",
  inset: "solid",
  outset: "solid",
});

/** pt between cells side by side, and between rows. */
export interface BorderSpacing {
  readonly across: number;
  readonly down: number;
}

export function parseBorderSpacing(
  text: string,
  context: LengthContext,
): BorderSpacing | undefined {
  const [across, down = across, ...rest] = splitWords(text).map((word) =>
    parseLength(word, context),
  );
  if (across === undefined || down === undefined || rest.length > 0) return undefined;
  return { across: Math.max(0, across), down: Math.max(0, down) };
}

export function parseColumnCount(text: string): number | "auto" | undefined {
  if (text === "auto") return "auto";
  return /^[1-9]\d*$/.test(text) ? Math.min(MOST_COLUMNS, Number(text)) : undefined;
}

const MOST_COLUMNS = 100;

/** `normal` is an em between columns of text, nothing elsewhere. */
export function parseTextColumnGap(
  text: string,
  context: LengthContext,
): Size | "normal" | undefined {
  return text === "normal" ? "normal" : parseSize(text, context);
}
