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

export function isParagraph({ name, children }: Part): boolean {
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
