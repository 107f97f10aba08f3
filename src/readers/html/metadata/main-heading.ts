/** A page's headings to the one that is the headline of its article. */
import { comparable } from "../../line-shape.js";
import { type PageFacts, type Placed, wordsOf } from "./page-facts.js";
import { agree, MAX_TITLE } from "./page-title.js";

/** The heading that agrees best with a title that metadata state, an `h1` first; otherwise the first `h1`. */
export function mainHeading(facts: PageFacts, titles: readonly string[]): Placed | null {
  const stated = titles.map(comparable);
  const first = best(facts.headings, stated);
  if (first !== null && first.share >= MOST) return first.placed;
  const second = best(facts.subheadings, stated);
  if (second !== null && second.share >= MOST) return second.placed;
  return (first ?? second)?.placed ?? facts.headings[0] ?? null;
}

/** Share of a title that a heading repeats before it is believed to be the headline. */
const MOST = 0.5;

function best(headings: readonly Placed[], titles: readonly string[]) {
  let found: { readonly placed: Placed; readonly share: number } | null = null;
  for (const placed of headings) {
    const words = comparable(wordsOf(placed.element, MAX_TITLE));
    const share = Math.max(0, ...titles.map((title) => sharedBy(title, words)));
    if (share > (found?.share ?? 0)) found = { placed, share };
  }
  return found;
}

function sharedBy(title: string, words: string): number {
  if (!agree(title, words)) return 0;
  return Math.min(title.length, words.length) / Math.max(title.length, words.length);
}
