/** How many of its words one text has in common with another. */
import { fold } from "../text/fold.js";
import { MAX_RULE_LINE } from "./limits.js";

/** Share of the different content words of `text` that stand in `other` too. */
export function sharedWords(text: string, other: string | readonly string[]): number {
  const words = new Set(contentWords(text));
  if (words.size === 0) return 0;
  const others = typeof other === "string" ? [other] : other;
  const rest = new Set(others.flatMap(contentWords));
  return [...words].filter((word) => rest.has(word)).length / words.size;
}

/** Words of four letters or more; only the front of very long lines. */
function contentWords(text: string): string[] {
  return fold(text.slice(0, MAX_RULE_LINE)).match(/\p{L}{4,}/gu) ?? [];
}
