/** Blocks that say the whole article again in one piece, as pages keep it for machines. */
import type { Page } from "./page.js";

/** Code units of a block that may hold several others. */
const MIN_WHOLE = 300;
/** Code units by which a paragraph is known again. */
const KNOWN = 40;
/** Paragraphs that such a block must begin with, the first of them at its start. */
const MIN_PARAGRAPHS = 2;

/** Places of blocks that other blocks of the page say paragraph by paragraph. */
export function repeatedBlocks({ blocks }: Page): readonly number[] {
  const starts = new Map<string, number>();
  for (const [at, { text }] of blocks.entries()) {
    const start = text.slice(0, KNOWN);
    if (text.length >= KNOWN && !starts.has(start)) starts.set(start, at);
  }
  return blocks.flatMap(({ text }, at) => {
    const first = text.length < MIN_WHOLE ? undefined : starts.get(text.slice(0, KNOWN));
    if (first === undefined || first === at) return [];
    const below = blocks.slice(first, first + MIN_PARAGRAPHS);
    const isWhole = below.every(
      (block) => block.text.length < text.length && text.includes(block.text.slice(0, KNOWN)),
    );
    return isWhole ? [at] : [];
  });
}
