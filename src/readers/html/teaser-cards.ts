/** Cards that stand for other articles: a linked headline with a few words below it, again and again. */
import type { Block } from "./blocks.js";
import { around, type Page, type Part } from "./page.js";
import { isBody } from "./part-names.js";

/** What a card holds at the most, and how many of a kind make a list. */
const CARD = { blocks: 5, length: 600 } as const;
const MIN_CARDS = 3;

/** @param isOutward whether a link leaves the site: what it heads is then no other article */
export function teaserCards(
  page: Page,
  isOutward: (href: string | null) => boolean,
): readonly Part[] {
  const kinds = new Map<string, Part[]>();
  for (const [at, block] of page.blocks.entries()) {
    const home = page.homes[at];
    if (home === undefined || !isLinkedHeading(block, home) || isOutward(block.href)) continue;
    const card = cardAround(home, page);
    if (card === null) continue;
    const kind = `${card.name} ${card.words.replace(/\d+/g, "")}`;
    const cards = kinds.get(kind) ?? [];
    cards.push(card);
    kinds.set(kind, cards);
  }
  return [...kinds.values()].filter((cards) => cards.length >= MIN_CARDS).flat();
}

const HEADING = /^h[2-6]$/;

/** Headings that lead to a place on the same page are its own. */
function isLinkedHeading({ text, linked, href }: Block, { name, parent }: Part): boolean {
  const isHeading = HEADING.test(name) || HEADING.test(parent?.name ?? "");
  return isHeading && linked >= text.length * 0.8 && href !== null && !href.includes("#");
}

/** The part around a headline and its words; null where that is much, or stands in an article's body. */
function cardAround(home: Part, page: Page): Part | null {
  let card: Part | null = null;
  for (const outer of around(home)) {
    if (isBody(outer) || (outer.name === "article" && outer.end - outer.first > CARD.blocks))
      return null;
    if (card === null && outer.end - outer.first > 1) card = outer;
  }
  return card !== null && isSmall(card, page) ? card : null;
}

function isSmall({ first, end }: Part, { blocks }: Page): boolean {
  if (end - first > CARD.blocks) return false;
  let length = 0;
  for (let at = first; at < end; at += 1) length += blocks[at]?.text.length ?? 0;
  return length <= CARD.length;
}
