/** The words of `transform` and its like in, steps and numbers out (CSS Transforms 1). */
import { byWord } from "../by-word.js";
import {
  type LengthContext,
  type Percent,
  parseLength,
  parseNumber,
  parsePercent,
  splitList,
  splitWords,
} from "./values.js";

/** Shares refer to the size of the box itself. */
export type TransformStep =
  | { readonly kind: "move"; readonly x: number | Percent; readonly y: number | Percent }
  | {
      readonly kind: "matrix";
      readonly matrix: readonly [number, number, number, number, number, number];
    };

export interface Origin {
  readonly x: number | Percent;
  readonly y: number | Percent;
}

export const MIDDLE: Origin = { x: { percent: 50 }, y: { percent: 50 } };

export function parseTransform(
  text: string,
  context: LengthContext,
): readonly TransformStep[] | undefined {
  if (text === "none") return [];
  const steps = splitWords(text.replace(/\)\s*/g, ") ")).map((call) => parseStep(call, context));
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

export function parseOrigin(text: string, context: LengthContext): Origin | undefined {
  const words = splitWords(text);
  if (words.length > 2) return undefined;
  const isSwapped =
    /^(?:top|bottom)$/.test(words[0] ?? "") || /^(?:left|right)$/.test(words[1] ?? "");
  const [across = "center", down = "center"] = isSwapped ? words.toReversed() : words;
  const x = parsePlace(across, "left", "right", context);
  const y = parsePlace(down, "top", "bottom", context);
  return x === undefined || y === undefined ? undefined : { x, y };
}

export function parseOpacity(text: string): number | undefined {
  const share = parsePercent(text);
  const value = share ? share.percent / 100 : parseNumber(text);
  return value === undefined ? undefined : Math.max(0, Math.min(1, value));
}

function parsePlace(
  word: string,
  start: string,
  end: string,
  context: LengthContext,
): number | Percent | undefined {
  if (word === "center") return { percent: 50 };
  if (word === start) return { percent: 0 };
  if (word === end) return { percent: 100 };
  return parseLength(word, context) ?? parsePercent(word);
}

function parseStep(call: string, context: LengthContext): TransformStep | undefined {
  const [, name = "", list = ""] = /^([a-z]+)\((.*)\)$/is.exec(call) ?? [];
  const words = splitList(list);
  if (name.startsWith("translate")) return parseMove(name, words, context);
  const numbers = words.map((word) => (isTurning(name) ? parseAngle(word) : parseFactor(word)));
  if (words.length === 0 || !numbers.every((number) => number !== undefined)) return undefined;
  const matrix = matrixOf(name, numbers);
  return matrix && { kind: "matrix", matrix };
}

function parseMove(
  name: string,
  words: readonly string[],
  context: LengthContext,
): TransformStep | undefined {
  const lengths = words.map((word) => parseLength(word, context) ?? parsePercent(word));
  const [first, second = 0] = lengths;
  if (first === undefined || !lengths.every((length) => length !== undefined)) return undefined;
  if (name === "translateX") return { kind: "move", x: first, y: 0 };
  if (name === "translateY") return { kind: "move", x: 0, y: first };
  return name === "translate" ? { kind: "move", x: first, y: second } : undefined;
}

function isTurning(name: string): boolean {
  return name === "rotate" || name.startsWith("skew");
}

function parseFactor(word: string): number | undefined {
  const share = parsePercent(word);
  return share ? share.percent / 100 : parseNumber(word);
}

/** @returns radians. */
function parseAngle(word: string): number | undefined {
  const [, number = "", unit = ""] = /^([+-]?[\d.]+)(deg|rad|grad|turn)?$/.exec(word) ?? [];
  const amount = parseNumber(number);
  if (amount === undefined || (unit === "" && amount !== 0)) return undefined;
  return amount * (RADIANS[unit] ?? 0);
}

const RADIANS: Readonly<Record<string, number>> = byWord({
  deg: Math.PI / 180,
  rad: 1,
  grad: Math.PI / 200,
  turn: 2 * Math.PI,
});

function matrixOf(
  name: string,
  [a = 0, b, c = 0, d = 0, e = 0, f = 0]: readonly number[],
): readonly [number, number, number, number, number, number] | undefined {
  switch (name) {
    case "rotate":
      return [Math.cos(a), Math.sin(a), -Math.sin(a), Math.cos(a), 0, 0];
    case "scale":
      return [a, 0, 0, b ?? a, 0, 0];
    case "scaleX":
      return [a, 0, 0, 1, 0, 0];
    case "scaleY":
      return [1, 0, 0, a, 0, 0];
    case "skew":
      return [1, Math.tan(b ?? 0), Math.tan(a), 1, 0, 0];
    case "skewX":
      return [1, 0, Math.tan(a), 1, 0, 0];
    case "skewY":
      return [1, Math.tan(a), 0, 1, 0, 0];
    case "matrix":
      // Lengths in a matrix are px.
      return [a, b ?? 0, c, d, e * 0.75, f * 0.75];
    default:
      return undefined;
  }
}
