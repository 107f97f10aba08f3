/** Values of `list-style-type` and `quotes` in, the marks they name out (CSS Lists 3, CSS Generated Content 3). */
import { type CounterStyle, counterStyleNamed } from "./counter-style.js";
import { splitWords, unquote } from "./values.js";

/** The name of a counter style, or a string. */
export type ListStyleType = CounterStyle | { readonly text: string };

export function parseListStyleType(text: string): ListStyleType | undefined {
  const own = unquote(text);
  return own === undefined ? counterStyleNamed(text.toLowerCase()) : { text: own };
}

/** Pairs of marks, the outermost first. */
export type Quotes = readonly (readonly [open: string, close: string])[];

export function parseQuotes(text: string): Quotes | "auto" | undefined {
  if (text === "auto") return "auto";
  if (text === "none") return [];
  const marks = splitWords(text).map(unquote);
  if (marks.length % 2 !== 0 || !marks.every((mark) => mark !== undefined)) return undefined;
  return marks.flatMap((mark, index) => (index % 2 === 0 ? [[mark, marks[index + 1] ?? ""]] : []));
}
