/** The parts of a page to their scores by the paragraphs in them, after Readability (Arc90, 2009; Mozilla). */
import { classWeight } from "./class-weights.js";
import { around, type Page, type Part } from "./page.js";
import { countCommas, type TextIndex } from "./text-index.js";

/** Code units below which a paragraph says nothing. */
const MIN_PARAGRAPH = 25;
/** How far up the worth of a paragraph counts. */
const MAX_LEVELS = 5;

/** Scores by part; parts without one hold no paragraph near enough. */
export function scoreParts(
  page: Page,
  alive: Uint8Array,
  index: TextIndex,
  weighs: boolean,
): Map<Part, number> {
  const scores = new Map<Part, number>();
  for (const [at, { text }] of page.blocks.entries()) {
    const home = page.homes[at];
    if (alive[at] !== 1 || home === undefined || text.length < MIN_PARAGRAPH) continue;
    const start = startOf(home, text);
    const worth = worthOf(text.length, countCommas(text)) * (home.name === "li" ? ENTRY_WORTH : 1);
    if (start !== null) addScore(scores, start, worth, weighs);
  }
  for (const part of page.parts) {
    if (!WHOLE.has(part.name) || part.children.length === 0 || part.parent === null) continue;
    const length = index.length(part);
    if (length < MIN_PARAGRAPH) continue;
    addScore(scores, part.parent, worthOf(length, index.countCommas(part)), weighs);
  }
  return scores;
}

/** The part that a block counts for first. */
function startOf(home: Part, text: string): Part | null {
  if (isParagraph(home)) return home.parent;
  if (IS_MIXED.has(home.name)) return home;
  if (home.name !== "li" || text.length < MIN_ENTRY) return null;
  // Long entries are paragraphs in the order of a list.
  for (const outer of around(home)) if (!LISTS.has(outer.name)) return outer;
  return null;
}

const MIN_ENTRY = 120;
const ENTRY_WORTH = 0.5;
const LISTS = new Set(["ul", "ol", "li"]);

/** Elements whose text between blocks is a paragraph. */
const IS_MIXED = new Set(["div", "section", "article", "main", "td", "tr", "body", "center", ""]);
const PARAGRAPHS = new Set(["p", "pre", "h2", "h3", "h4", "h5", "h6", "tr"]);
/** Elements that count as one paragraph, whatever stands in them. */
const WHOLE = new Set(["section", "td", "pre"]);

function isParagraph({ name, children }: Part): boolean {
  return PARAGRAPHS.has(name) || (IS_MIXED.has(name) && children.length === 0);
}

function worthOf(length: number, commas: number): number {
  return 2 + commas + Math.min(Math.floor(length / 100), 3);
}

function addScore(scores: Map<Part, number>, start: Part, worth: number, weighs: boolean): void {
  let level = 0;
  for (let part: Part | null = start; part !== null && level < MAX_LEVELS; part = part.parent) {
    // A wrapper of one paragraph is that paragraph.
    if (level === 0 && part.end - part.first === 1 && part.parent?.parent) continue;
    const score = scores.get(part) ?? baseOf(part, weighs);
    scores.set(part, score + worth / (level === 0 ? 1 : level === 1 ? 2 : level * 3));
    level += 1;
  }
}

const BASES: Readonly<Record<string, number>> = {
  div: 5,
  pre: 3,
  td: 3,
  blockquote: 3,
  address: -3,
  ol: -3,
  ul: -3,
  dl: -3,
  dd: -3,
  dt: -3,
  li: -3,
  form: -3,
  h1: -5,
  h2: -5,
  h3: -5,
  h4: -5,
  h5: -5,
  h6: -5,
  th: -5,
};

function baseOf(part: Part, weighs: boolean): number {
  return (BASES[part.name] ?? 0) + (weighs ? classWeight(part) : 0);
}

const CANDIDATES = 5;

/** The part that holds the article, as far as scores tell. */
export function findTop(scores: ReadonlyMap<Part, number>, index: TextIndex, page: Page): Part {
  const ranked = [...scores]
    .map(([part, score]) => ({ part, score: score * (1 - index.linkDensity(part)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES);
  const [best, ...others] = ranked;
  const root = page.parts.find(({ name }) => name === "body") ?? page.parts[0];
  if (root === undefined) throw new Error("a page has a root");
  if (best === undefined || best.part.parent === null || best.part === root) return root;
  const rivals = others.filter(({ score }) => score >= best.score * 0.75);
  return climb(
    sharedAncestor(
      best.part,
      rivals.map(({ part }) => part),
    ),
    scores,
  );
}

const MIN_RIVALS = 3;

/** Where several parts are nearly as good, what holds most of them is better. */
function sharedAncestor(best: Part, rivals: readonly Part[]): Part {
  if (rivals.length < MIN_RIVALS) return best;
  for (const outer of around(best)) {
    if (outer.name === "body" || outer.parent === null) break;
    const inside = rivals.filter((rival) => [...around(rival)].includes(outer));
    if (inside.length >= MIN_RIVALS) return outer;
  }
  return best;
}

/** Up while the score rises, or while there is nothing else beside. */
function climb(start: Part, scores: ReadonlyMap<Part, number>): Part {
  let top = start;
  let last = scores.get(top) ?? 0;
  const threshold = last / 3;
  for (const outer of around(top)) {
    if (outer.name === "body" || outer.parent === null) break;
    const score = scores.get(outer);
    if (score === undefined) continue;
    if (score < threshold) break;
    if (score > last) {
      top = outer;
      break;
    }
    last = score;
  }
  while (top.parent !== null && top.parent.parent !== null && top.parent.name !== "body") {
    if (top.parent.children.length !== 1) break;
    top = top.parent;
  }
  return top;
}

/** The parts and blocks beside the top part that belong to it, as one mark for each block. */
export function joinSiblings(
  top: Part,
  scores: ReadonlyMap<Part, number>,
  page: Page,
  alive: Uint8Array,
  index: TextIndex,
): Uint8Array {
  const kept = new Uint8Array(page.blocks.length);
  const keep = (first: number, end: number) => {
    for (let at = first; at < end; at += 1) kept[at] = alive[at] ?? 0;
  };
  keep(top.first, top.end);
  const { parent } = top;
  if (parent === null || top.name === "body") return kept;
  const topScore = scores.get(top) ?? 0;
  const threshold = Math.max(10, topScore * 0.2);
  for (const sibling of parent.children) {
    if (sibling === top) continue;
    const name = top.attributes.class ?? "";
    const bonus = name !== "" && sibling.attributes.class === name ? topScore * 0.2 : 0;
    const score = scores.get(sibling);
    const isScored = score !== undefined && score + bonus >= threshold;
    const isProse =
      isParagraph(sibling) &&
      isProseText(index.length(sibling), index.linkDensity(sibling), textAt(page, sibling.first));
    if (isScored || isProse) keep(sibling.first, sibling.end);
  }
  for (let at = parent.first; at < parent.end; at += 1) {
    const block = page.blocks[at];
    if (block === undefined || page.homes[at] !== parent) continue;
    if (isProseText(block.text.length, block.linked / block.text.length, block.text))
      keep(at, at + 1);
  }
  return kept;
}

function textAt(page: Page, at: number): string {
  return page.blocks[at]?.text ?? "";
}

/** Long and hardly linked, or a short sentence without links. */
function isProseText(length: number, linkDensity: number, text: string): boolean {
  if (length > 80) return linkDensity < 0.25;
  return length > 0 && linkDensity === 0 && /\.(?: |$)/.test(text);
}
