/** Values of the properties of drawings in, paint and lengths out (SVG 2, 13). */
import { type Color, type LengthContext, parseColor, parseLength, parseNumber } from "./values.js";

/** `fill` and `stroke` know more than other colours: nothing, and what is drawn elsewhere. */
export type Paint = Color | "none" | { readonly id: string; readonly otherwise: Color | "none" };

export function parsePaint(text: string): Paint | undefined {
  if (text === "none") return "none";
  const [, id, rest = ""] = /^url\(\s*["']?#([^)"']+)["']?\s*\)\s*(.*)$/.exec(text) ?? [];
  if (id === undefined) return parseColor(text);
  const isBare = rest === "" || rest === "none";
  return { id, otherwise: isBare ? "none" : (parseColor(rest) ?? "none") };
}

/** @returns lengths in pt, dashes and gaps in turn. */
export function parseDashes(text: string, context: LengthContext): readonly number[] | undefined {
  if (text === "none") return [];
  const parts = text.split(/[\s,]+/).map((part) => parseUserLength(part, context));
  return parts.every((part) => part !== undefined && part >= 0)
    ? parts.map((part) => part ?? 0)
    : undefined;
}

/** In SVG a bare number is a length in user units. @returns pt. */
export function parseUserLength(text: string, context: LengthContext): number | undefined {
  return parseLength(parseNumber(text) === undefined ? text : `${text}px`, context);
}
