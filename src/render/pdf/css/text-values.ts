/** Values of the properties of text in, what they ask for out (CSS Text 3, CSS Text Decoration 3). */
import {
  type LengthContext,
  parseLength,
  parseNumber,
  parsePercent,
  parseSize,
  type Size,
  splitWords,
} from "./values.js";

export interface TextIndent {
  readonly amount: Exclude<Size, "auto">;
  /** All lines but the first. */
  readonly hanging: boolean;
}

export function parseTextIndent(text: string, context: LengthContext): TextIndent | undefined {
  const words = splitWords(text);
  const hanging = words.includes("hanging");
  const [word, ...rest] = words.filter((each) => each !== "hanging");
  const amount = parseSize(word ?? "", context);
  if (amount === undefined || amount === "auto" || rest.length > 0) return undefined;
  return { amount, hanging };
}

/** A number of spaces, or pt. */
export type TabSize = { readonly spaces: number } | number;

export function parseTabSize(text: string, context: LengthContext): TabSize | undefined {
  const spaces = parseNumber(text);
  const size = spaces === undefined ? parseLength(text, context) : { spaces };
  return (typeof size === "object" ? size.spaces : (size ?? -1)) < 0 ? undefined : size;
}

export interface HangingPunctuation {
  readonly first: boolean;
  readonly last: boolean;
  /** Stops and commas at the end of any line: always, or only where they do not fit. */
  readonly end: "none" | "allow" | "force";
}

export const NOTHING_HANGS: HangingPunctuation = { first: false, last: false, end: "none" };

export function parseHangingPunctuation(text: string): HangingPunctuation | undefined {
  const words = splitWords(text.toLowerCase());
  const known = ["none", "first", "last", "allow-end", "force-end"];
  if (words.length === 0 || words.some((word) => !known.includes(word))) return undefined;
  return {
    first: words.includes("first"),
    last: words.includes("last"),
    end: words.includes("force-end") ? "force" : words.includes("allow-end") ? "allow" : "none",
  };
}

export type DecorationLine = "underline" | "overline" | "line-through";

export function parseDecorationLines(text: string): readonly DecorationLine[] | undefined {
  const words = splitWords(text.toLowerCase());
  if (words.length === 1 && words[0] === "none") return [];
  const lines = DECORATION_LINES.filter((line) => words.includes(line));
  return lines.length > 0 && lines.length === words.length ? lines : undefined;
}

const DECORATION_LINES: readonly DecorationLine[] = ["underline", "overline", "line-through"];

/** `auto`, or pt. */
export function parseThickness(text: string, context: LengthContext): number | "auto" | undefined {
  if (text === "auto" || text === "from-font") return "auto";
  const share = parsePercent(text);
  return share ? (share.percent / 100) * context.fontSize : parseLength(text, context);
}
