/** A page to its main text: every block kept, or taken out under a rule. */

import { endsSentence } from "../line-shape.js";
import { findMainLines } from "../main-lines.js";
import type { RuleName } from "../rules.js";
import { isUnlikely } from "./class-weights.js";
import { cleanRegions } from "./clean-regions.js";
import { joinFirstParagraph } from "./find-lead.js";
import { findTop } from "./find-top.js";
import { joinAlike } from "./join-alike.js";
import { joinSiblings } from "./join-siblings.js";
import { dropLinkLines } from "./link-lines.js";
import { outwardTest } from "./own-site.js";
import type { Page } from "./page.js";
import { furnishedBlocks } from "./page-parts.js";
import { scoreParts } from "./score-parts.js";
import { TextIndex } from "./text-index.js";

/** What became of each block: null where it is the article's. */
export type Verdicts = readonly (RuleName | null)[];

export interface MainText {
  readonly verdicts: Verdicts;
  /** Code units of sentences kept, and of all that might be the article's. */
  readonly prose: number;
  readonly estimate: number;
  /** Blocks of cards that stand for other articles, and how many of them were kept for want of others. */
  readonly teasers: { readonly all: number; readonly kept: number };
}

/** What a page states of itself: its language (BCP 47) and its own address. */
interface Stated {
  readonly language: string | null;
  readonly url: string | null;
}

export function findMainText(page: Page, { language, url }: Stated): MainText {
  const isOutward = outwardTest(page, url);
  const furniture = furnishedBlocks(page, isOutward);
  const kept = chooseText(page, furniture, language ?? "und");
  const verdicts = page.blocks.map((_, at) =>
    kept[at] === 1 ? null : (furniture[at] ?? "outside-main-text"),
  );
  return {
    verdicts: joinFirstParagraph(page, dropLinkLines(page, verdicts, isOutward)),
    prose: proseOf(page, kept),
    estimate: proseOf(page, marks(furniture, SURELY_NONE)),
    teasers: countTeasers(furniture, kept),
  };
}

function countTeasers(furniture: readonly (RuleName | null)[], kept: Uint8Array) {
  const teasers = furniture.flatMap((rule, at) => (rule === "teaser" ? [at] : []));
  return { all: teasers.length, kept: teasers.filter((at) => kept[at] === 1).length };
}

/** Rules that are never wrong about an article's body. */
const SURELY_NONE = new Set<RuleName>([
  "hidden-text",
  "comments",
  "teaser",
  "cookie-notice",
  "repeated-text",
  "caption",
  "credit-line",
]);
const NEVER_SHOWN = new Set<RuleName>(["hidden-text", "cookie-notice", "repeated-text"]);
/** Below this share of the page's prose, the pre-clean may have eaten the article. */
const EATEN = 0.2;
/** Below so many code units of prose, or this share of it, parts tell nothing: lines are looked at. */
const FEW = { prose: 140, share: 0.4 } as const;

/** By parts; by parts of the raw page where that ate the article; by lines where parts fail. */
function chooseText(
  page: Page,
  furniture: readonly (RuleName | null)[],
  language: string,
): Uint8Array {
  const kept = grab(page, marks(furniture, null));
  const raw = marks(furniture, SURELY_NONE);
  const estimate = proseOf(page, raw);
  let [best, prose] = [kept, proseOf(page, kept)];
  if (prose < estimate * EATEN) {
    const again = grab(page, raw);
    const more = proseOf(page, again);
    if (more > prose * 2) [best, prose] = [again, more];
  }
  const isSure =
    prose >= FEW.prose && (prose >= estimate * FEW.share || isBelowHeading(page, best));
  if (isSure) return best;
  const wide = prose === 0 ? marks(furniture, NEVER_SHOWN) : raw;
  const lines = keptLines(page, wide, language);
  return proseOf(page, lines) > prose * 1.5 ? lines : best;
}

/** 1 for blocks that no rule names, or none of `rules`. */
function marks(furniture: readonly (RuleName | null)[], rules: ReadonlySet<RuleName> | null) {
  const alive = new Uint8Array(furniture.length);
  for (const [at, rule] of furniture.entries()) {
    alive[at] = rule === null || rules?.has(rule) === false ? 1 : 0;
  }
  return alive;
}

/** Blocks between the page's heading and its text, where that is the article's. */
const NEAR = 12;

function isBelowHeading({ homes }: Page, kept: Uint8Array): boolean {
  const first = kept.indexOf(1);
  if (first === -1) return false;
  return homes.slice(Math.max(0, first - NEAR), first + NEAR).some(({ name }) => name === "h1");
}

/** The best stretch of lines, as on a page without markup. */
function keptLines({ blocks }: Page, alive: Uint8Array, language: string): Uint8Array {
  const places = blocks.flatMap((_, at) => (alive[at] === 1 ? [at] : []));
  const texts = places.map((at) => blocks[at]?.text ?? "");
  const { kept } = findMainLines(texts, { language });
  const marked = new Uint8Array(blocks.length);
  for (const [line, at] of places.entries()) marked[at] = kept[line] ? 1 : 0;
  return marked;
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
  joinAlike(top, page, alive, index, kept);
  if (cleans) cleanRegions(page, kept, weighs, top);
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
