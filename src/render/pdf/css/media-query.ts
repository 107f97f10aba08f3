/** `@media print and (min-width: 15cm)` in, whether it speaks of this paper out (Media Queries 4). */
import { byWord } from "../by-word.js";
import { evaluateCondition } from "./condition.js";
import { parseLength, parseNumber, splitList } from "./values.js";

/** pt; the page as a whole, with its margins. */
export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** What a page is shown on; the PDF is paper, and others look at what a screen would show. */
export interface Medium {
  readonly type: "print" | "screen";
  readonly scheme: "light" | "dark";
}

export const PAPER: Medium = { type: "print", scheme: "light" };

/** @param unknown told of every feature that is none */
export function matchesMedia(
  list: string,
  paper: PaperSize,
  unknown: (feature: string) => void,
  medium: Medium = PAPER,
): boolean {
  if (list.trim() === "") return true;
  return splitList(list).some((query) => matchesQuery(query, paper, unknown, medium));
}

function matchesQuery(
  query: string,
  paper: PaperSize,
  unknown: (feature: string) => void,
  medium: Medium,
): boolean {
  const holds = (term: string) => {
    const isTrue = featureHolds(term, paper, medium);
    if (isTrue === undefined) unknown(term);
    return isTrue ?? false;
  };
  const typed = /^(?:(not|only)\s+)?([a-z-]+)(?:\s+and\s+(.+))?$/is.exec(query.trim());
  if (!typed || typed[2]?.toLowerCase() === "not") return evaluateCondition(query, holds);
  const [, modifier, type = "", condition] = typed;
  const isOurs = type.toLowerCase() === "all" || type.toLowerCase() === medium.type;
  const isMatch = isOurs && (condition === undefined || evaluateCondition(condition, holds));
  return modifier?.toLowerCase() === "not" ? !isMatch : isMatch;
}

/** What paper is like; `em` is 12 pt here. */
const CONTEXT = { fontSize: 12, rootFontSize: 12 };

const RANGE = /^(.*?)\s*(<=|>=|<|>|=)\s*(.*?)(?:\s*(<=|<|>=|>)\s*(.*))?$/s;

/** @returns undefined for a feature that is none */
function featureHolds(term: string, paper: PaperSize, medium: Medium): boolean | undefined {
  const range = RANGE.exec(term);
  if (range) return rangeHolds(range.slice(1), paper);
  const [name = "", value] = term.split(":").map((part) => part.trim().toLowerCase());
  const [, bound, feature = name] = /^(min|max)-(.+)$/.exec(name) ?? [];
  const size = sizeOf(feature, paper);
  if (size !== undefined && value !== undefined) {
    return compare(size, bound === "min" ? ">=" : bound === "max" ? "<=" : "=", amountOf(value));
  }
  const ours = name === "prefers-color-scheme" ? medium.scheme : FEATURES[name];
  if (size !== undefined) return size > 0;
  if (name === "orientation") {
    const orientation = paper.height >= paper.width ? "portrait" : "landscape";
    return value === undefined || value === orientation;
  }
  if (ours === undefined) return undefined;
  return value === undefined ? ours !== "none" && ours !== "0" : value === ours;
}

/** Discrete features of ink on paper. */
const FEATURES: Readonly<Record<string, string>> = byWord({
  "prefers-reduced-motion": "no-preference",
  "prefers-reduced-transparency": "no-preference",
  "prefers-reduced-data": "no-preference",
  "prefers-contrast": "no-preference",
  "forced-colors": "none",
  "inverted-colors": "none",
  "color-gamut": "srgb",
  "dynamic-range": "standard",
  hover: "none",
  "any-hover": "none",
  pointer: "none",
  "any-pointer": "none",
  update: "none",
  scripting: "none",
  "overflow-block": "paged",
  "overflow-inline": "none",
  "display-mode": "browser",
  grid: "0",
  monochrome: "0",
});

/** @returns undefined for a feature without a measure */
function sizeOf(feature: string, { width, height }: PaperSize): number | undefined {
  switch (feature) {
    case "width":
    case "device-width":
      return width;
    case "height":
    case "device-height":
      return height;
    case "aspect-ratio":
      return width / height;
    case "color":
      return 8;
    case "resolution":
      return 300;
    default:
      return undefined;
  }
}

function amountOf(text: string): number | undefined {
  const [over = "", under] = text.split("/").map((part) => part.trim());
  if (under !== undefined) return Number(over) / Number(under);
  const dots = /^([\d.]+)(dpi|dpcm|dppx|x)$/.exec(text);
  if (dots) return Number(dots[1]) * (DOTS_PER_INCH[dots[2] ?? ""] ?? 1);
  return parseLength(text, CONTEXT) ?? parseNumber(text);
}

const DOTS_PER_INCH: Readonly<Record<string, number>> = byWord({
  dpi: 1,
  dpcm: 2.54,
  dppx: 96,
  x: 96,
});

/** `width >= 600px`, `400px <= width < 60em`. */
function rangeHolds(parts: readonly (string | undefined)[], paper: PaperSize): boolean | undefined {
  const [left = "", first = "", middle = "", second, right] = parts.map((p) => p?.toLowerCase());
  const value = (text: string) => sizeOf(text, paper) ?? amountOf(text);
  const names = [left, middle].filter((text) => sizeOf(text, paper) !== undefined);
  if (names.length !== 1) return undefined;
  const isFirst = compare(value(left), first, value(middle));
  return isFirst && (second === undefined || compare(value(middle), second, value(right ?? "")));
}

/** A hundredth of a point is none: paper is measured in mm, queries in px. */
function compare(a: number | undefined, operator: string, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const isEqual = Math.abs(a - b) < 0.01;
  switch (operator) {
    case "<":
      return a < b && !isEqual;
    case "<=":
      return a < b || isEqual;
    case ">":
      return a > b && !isEqual;
    case ">=":
      return a > b || isEqual;
    default:
      return isEqual;
  }
}
