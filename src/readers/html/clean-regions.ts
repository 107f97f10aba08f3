/** Takes lists, tables, forms and boxes that hold no prose out of the article, after Readability (Mozilla). */
import { classWeight } from "./class-weights.js";
import { around, type Page, type Part } from "./page.js";
import { countCommas } from "./text-index.js";

/**
 * Marks blocks of `kept` 0 that fishy parts hold: the inner ones first, so that a part is judged by
 * what is left in it. Parts around `top` are no parts of the article.
 */
export function cleanRegions(page: Page, kept: Uint8Array, weighs: boolean, top: Part): void {
  const held = sumUp(page, kept);
  const inside = partsInside(page);
  const all = held[0]?.prose ?? 0;
  for (const names of ROUNDS) {
    for (const part of page.parts.toReversed()) {
      const holding = held[part.index];
      if (holding === undefined || holding.text === 0 || !names.has(part.name)) continue;
      if (inside.tables.has(part) || (part.first <= top.first && part.end >= top.end)) continue;
      if (
        holding.prose >= all * MUCH ||
        !isFishy(part, holding, weighs, inside.figures.has(part))
      ) {
        continue;
      }
      kept.fill(0, part.first, part.end);
      takeFrom(part, holding, held);
    }
  }
}

/** A part with this share of what was kept is the article's, whatever it is called. */
const MUCH = 0.2;
/** Code units of unlinked sentences that are worth keeping beside pictures and forms. */
const SOME = 200;

const ROUNDS = [
  new Set(["form", "fieldset"]),
  new Set(["table"]),
  new Set(["ul", "ol", "dl"]),
  new Set(["div", "section"]),
];
const LISTS = new Set(["ul", "ol", "dl"]);
const MIN_COMMAS = 10;
const MAX_LINKS = 0.2;

function isFishy(part: Part, holding: Holding, weighs: boolean, inFigure: boolean): boolean {
  const weight = weighs ? classWeight(part) : 0;
  if (weight < 0) return true;
  if (holding.commas >= MIN_COMMAS || holding.quoted > holding.text / 2) return false;
  const { images, inputs, embeds, items, paragraphs } = part.holds;
  const { text } = holding;
  const density = holding.linked / text;
  if (holding.prose >= SOME && density < MAX_LINKS) return false;
  if (inputs > Math.floor(paragraphs / 3)) return true;
  if (weight >= 25 && density > 0.5) return true;
  if ((embeds === 1 && text < 75) || embeds > 1) return true;
  if (LISTS.has(part.name) || holding.listed > text * 0.9) return false;
  if (images > 1 && paragraphs / images < 0.5 && !inFigure) return true;
  if (items - 100 > paragraphs || (weight < 25 && density > MAX_LINKS)) return true;
  const isLone = holding.headed < text * 0.9 && text < 25 && (images === 0 || images > 2);
  return isLone && density > 0 && !inFigure;
}

/** Code units, and commas, of the kept blocks in a part. */
interface Holding {
  text: number;
  linked: number;
  commas: number;
  listed: number;
  headed: number;
  quoted: number;
  /** In blocks that are long, and hardly linked. */
  prose: number;
}

const MIN_PROSE = 80;
const MEASURES = ["text", "linked", "commas", "listed", "headed", "quoted", "prose"] as const;

/** By the part's index. */
function sumUp(page: Page, kept: Uint8Array): Holding[] {
  const held = page.parts.map(
    (): Holding => ({ text: 0, linked: 0, commas: 0, listed: 0, headed: 0, quoted: 0, prose: 0 }),
  );
  for (const [at, { text, linked }] of page.blocks.entries()) {
    const home = page.homes[at];
    const holding = home === undefined ? undefined : held[home.index];
    if (kept[at] !== 1 || home === undefined || holding === undefined) continue;
    holding.text += text.length;
    holding.linked += linked;
    if (text.length >= MIN_PROSE && linked < text.length / 2) holding.prose += text.length - linked;
    holding.commas += countCommas(text);
    if (isIn(home, "li")) holding.listed += text.length;
    if (HEADING.test(home.name)) holding.headed += text.length;
    if (isIn(home, "blockquote")) holding.quoted += text.length;
  }
  for (const { index, parent } of page.parts.toReversed()) {
    const [outer, inner] = [parent === null ? undefined : held[parent.index], held[index]];
    if (outer === undefined || inner === undefined) continue;
    for (const measure of MEASURES) outer[measure] += inner[measure];
  }
  return held;
}

const HEADING = /^h[1-6]$/;

function isIn(home: Part, name: string): boolean {
  return home.name === name || home.parent?.name === name;
}

function takeFrom(part: Part, holding: Holding, held: readonly Holding[]): void {
  const taken = { ...holding };
  for (const outer of [part, ...around(part)]) {
    const rest = held[outer.index];
    if (rest !== undefined) for (const measure of MEASURES) rest[measure] -= taken[measure];
  }
}

/** The parts of data tables, and those inside figures. */
function partsInside(page: Page) {
  const [tables, figures] = [new Set<Part>(), new Set<Part>()];
  for (const part of page.parts) {
    const { parent } = part;
    if (
      (parent !== null && tables.has(parent)) ||
      (part.name === "table" && isDataTable(part, page))
    ) {
      tables.add(part);
    }
    if (parent !== null && (parent.name === "figure" || figures.has(parent))) figures.add(part);
  }
  return { tables, figures };
}

/** Tables of data, not of layout, have captions, heads or summaries, or are large. */
const DATA_PARTS = new Set(["caption", "thead", "tfoot", "colgroup"]);

function isDataTable(table: Part, page: Page): boolean {
  const { attributes, index } = table;
  if (attributes.role === "presentation" || attributes.datatable === "0") return false;
  if (attributes.summary) return true;
  let rows = 0;
  for (let at = index + 1; at < page.parts.length; at += 1) {
    const part = page.parts[at];
    if (part === undefined || part.first >= table.end) break;
    if (part.name === "table") return false;
    if (DATA_PARTS.has(part.name)) return true;
    if (part.name === "tr") rows += 1;
  }
  return rows >= 10;
}
