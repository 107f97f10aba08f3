/** An element and which of its quotation marks in, the mark out, by language and depth (CSS Generated Content 3, 3). */

import { type Element, isTag } from "domhandler";
import { byWord } from "../by-word.js";
import type { Quotes } from "../css/marker-values.js";

/** @param quotes `auto` for those of the language around the element */
export function quotationMark(
  element: Element,
  which: "open" | "close",
  quotes: Quotes | "auto",
): string {
  const pairs = quotes === "auto" ? pairsOf(languageAround(element)) : quotes;
  const pair = pairs[Math.min(depthOf(element), pairs.length - 1)];
  return pair?.[which === "open" ? 0 : 1] ?? "";
}

/** How many quotations the element stands in. */
function depthOf(element: Element): number {
  let depth = 0;
  for (let outer = element.parent; outer; outer = outer.parent) {
    if (isTag(outer) && outer.name === "q") depth++;
  }
  return depth;
}

/** The marks are those of the text around a quotation, not of the quotation itself. */
function languageAround(element: Element): string {
  for (let outer = element.parent; outer; outer = outer.parent) {
    if (isTag(outer) && outer.attribs.lang) return outer.attribs.lang;
  }
  return element.attribs.lang ?? "en";
}

function pairsOf(language: string): Quotes {
  const [primary = "en"] = language.toLowerCase().split("-");
  return PAIRS[primary] ?? ENGLISH;
}

const ENGLISH: Quotes = [
  ["“", "”"],
  ["‘", "’"],
];

/** Unicode CLDR 44. */
const PAIRS: Readonly<Record<string, Quotes>> = byWord({
  en: ENGLISH,
  tr: ENGLISH,
  ar: [
    ["”", "“"],
    ["’", "‘"],
  ],
  de: [
    ["„", "“"],
    ["‚", "‘"],
  ],
  el: [
    ["«", "»"],
    ["“", "”"],
  ],
  es: [
    ["«", "»"],
    ["“", "”"],
  ],
  fr: [
    ["«\u202f", "\u202f»"],
    ["«\u202f", "\u202f»"],
  ],
  it: [
    ["«", "»"],
    ["“", "”"],
  ],
  ru: [
    ["«", "»"],
    ["„", "“"],
  ],
});
