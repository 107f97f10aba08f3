/** A page to its main text: every block kept, or taken out under a rule. */

import { endsSentence } from "../line-shape.js";
import type { RuleName } from "../rules.js";
import { isUnlikely } from "./class-weights.js";
import { cleanRegions } from "./clean-regions.js";
import { dropLinkLines } from "./link-lines.js";
import type { Page } from "./page.js";
import { furnishedBlocks } from "./page-parts.js";
import { findTop, joinSiblings, scoreParts } from "./score-parts.js";
import { TextIndex } from "./text-index.js";

/** What became of each block: null where it is the article's. */
export type Verdicts = readonly (RuleName | null)[];

export function findMainText(page: Page): Verdicts {
  const furniture = furnishedBlocks(page);
  const alive = new Uint8Array(page.blocks.length);
  for (const [at, rule] of furniture.entries()) alive[at] = rule === null ? 1 : 0;
  const kept = grab(page, alive);
  const verdicts = page.blocks.map((_, at) =>
    kept[at] === 1 ? null : (furniture[at] ?? "outside-main-text"),
  );
  return dropLinkLines(page, verdicts);
}

interface Flags {
  readonly strips: boolean;
  readonly weighs: boolean;
  readonly cleans: boolean;
}

/** Strict first; each further attempt lets one of the filters go. */
const ATTEMPTS: readonly Flags[] = [
  { strips: true, weighs: true, cleans: true },
  { strips: false, weighs: true, cleans: true },
  { strips: false, weighs: false, cleans: true },
  { strips: false, weighs: false, cleans: false },
];
/** Code units of prose that an article has, where the page has them. */
const ENOUGH = 500;
/** A laxer attempt must bring so much more. */
const GAIN = 1.2;

function grab(page: Page, alive: Uint8Array): Uint8Array {
  const all = proseOf(page, alive);
  let best: Uint8Array = new Uint8Array(alive.length);
  let most = 0;
  for (const flags of ATTEMPTS) {
    const kept = attempt(page, alive, flags);
    const prose = proseOf(page, kept);
    if (prose > most * GAIN) [best, most] = [kept, prose];
    if (prose >= ENOUGH || prose >= all * SHARE) break;
  }
  return best;
}

const SHARE = 0.6;

/** Code units of sentences that are no links. */
function proseOf({ blocks }: Page, kept: Uint8Array): number {
  let sum = 0;
  for (const [at, { text, linked }] of blocks.entries()) {
    if (kept[at] === 1 && isProse(text, linked)) sum += text.length - linked;
  }
  return sum;
}

function isProse(text: string, linked: number): boolean {
  return (
    linked < text.length / 2 && (text.length >= 80 || (text.length >= 30 && endsSentence(text)))
  );
}

function attempt(page: Page, all: Uint8Array, { strips, weighs, cleans }: Flags): Uint8Array {
  const alive = strips ? withoutUnlikely(page, all) : all;
  const index = new TextIndex(page, alive);
  const scores = scoreParts(page, alive, index, weighs);
  const top = findTop(scores, index, page);
  const kept = joinSiblings(top, scores, page, alive, index);
  if (cleans) cleanRegions(page, kept, weighs);
  return kept;
}

function withoutUnlikely(page: Page, all: Uint8Array): Uint8Array {
  const alive = all.slice();
  for (const part of page.parts) {
    if (part.parent === null || part.name === "body" || part.name === "a") continue;
    if (isUnlikely(part)) alive.fill(0, part.first, part.end);
  }
  return alive;
}
