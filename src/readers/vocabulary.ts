/** How many of its words one text has in common with another. */
import { fold } from "../text/fold.js";
import { MAX_RULE_LINE } from "./limits.js";

/** Share of the different content words of `text` that stand in `other` too. */
export function sharedWords(text: string, other: string | readonly string[]): number {
  const words = new Set(contentWords(text));
  if (words.size === 0) return 0;
  const others = typeof other === "string" ? [other] : other;
  const missing = new Set(words);
  for (const text of others) {
    for (const word of contentWords(text)) missing.delete(word);
    if (missing.size === 0) break;
  }
  return (words.size - missing.size) / words.size;
}

/** Words of four letters or more; only the front of very long lines. */
function contentWords(text: string): readonly string[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const words = fold(text.slice(0, MAX_RULE_LINE)).match(/\p{L}{4,}/gu) ?? [];
  if (text.length <= MAX_RULE_LINE) kept.set(text, words);
  return words;
}

/** A line is compared with several others, one after the other. */
const kept = new Map<string, readonly string[]>();
const KEPT = 200;
