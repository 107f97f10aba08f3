/** A language tag in, the direction that it is written in out. */
import { primaryLanguage } from "../text/primary-language.js";
import type { Direction } from "./view/index.js";

export function directionOf(language: string): Direction {
  return RIGHT_TO_LEFT.has(primaryLanguage(language)) ? "rtl" : "ltr";
}

/** Languages whose script runs from right to left (CLDR), but for those that are written in two. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "ar",
  "ckb",
  "dv",
  "fa",
  "he",
  "ps",
  "ur",
  "yi",
]);
