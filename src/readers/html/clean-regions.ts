/** Takes lists, tables, forms and boxes that hold no prose out of the article, after Readability (Mozilla). */
import { classWeight } from "./class-weights.js";
import { around, type Page, type Part } from "./page.js";
import { TextIndex } from "./text-index.js";

/** Marks blocks of `kept` 0 that fishy parts hold. */
export function cleanRegions(page: Page, kept: Uint8Array, weighs: boolean): void {
  const tables = dataTables(page);
  for (const names of ROUNDS) {
    const index = new TextIndex(page, kept);
    for (const part of page.parts) {
      if (!names.has(part.name) || index.length(part) === 0) continue;
      if (isFishy(part, page, kept, index, tables, weighs)) kept.fill(0, part.first, part.end);
    }
  }
}

const ROUNDS = [
  new Set(["form", "fieldset"]),
  new Set(["table"]),
  new Set(["ul", "ol", "dl"]),
  new Set(["div", "section"]),
];
const LISTS = new Set(["ul", "ol", "dl"]);
const MIN_COMMAS = 10;

function isFishy(
  part: Part,
  page: Page,
  kept: Uint8Array,
  index: TextIndex,
  tables: ReadonlySet<Part>,
  weighs: boolean,
): boolean {
  if (tables.has(part) || [...around(part)].some((outer) => tables.has(outer))) return false;
  const weight = weighs ? classWeight(part) : 0;
  if (weight < 0) return true;
  if (index.countCommas(part) >= MIN_COMMAS) return false;
  const { images, inputs, embeds, items, paragraphs } = part.holds;
  const length = index.length(part);
  const density = index.linkDensity(part);
  const shares = sharesOf(part, page, kept, length);
  if (shares.quoted > 0.5) return false;
  const isList = LISTS.has(part.name) || shares.list > 0.9;
  const inFigure = [...around(part)].some(({ name }) => name === "figure");
  if (!isList && images > 1 && paragraphs / images < 0.5 && !inFigure) return true;
  if (!isList && items - 100 > paragraphs) return true;
  if (inputs > Math.floor(paragraphs / 3)) return true;
  if (
    !isList &&
    shares.heading < 0.9 &&
    length < 25 &&
    (images === 0 || images > 2) &&
    density > 0 &&
    !inFigure
  )
    return true;
  if (!isList && weight < 25 && density > 0.2) return true;
  if (weight >= 25 && density > 0.5) return true;
  return (embeds === 1 && length < 75) || embeds > 1;
}

/** What share of a part's text stands in lists and in headings. */
function sharesOf(part: Part, page: Page, kept: Uint8Array, length: number) {
  let [list, heading, quoted] = [0, 0, 0];
  for (let at = part.first; at < part.end; at += 1) {
    const home = page.homes[at];
    if (kept[at] !== 1 || home === undefined) continue;
    const size = page.blocks[at]?.text.length ?? 0;
    if (home.name === "li" || home.parent?.name === "li") list += size;
    if (HEADING.test(home.name)) heading += size;
    if (home.name === "blockquote" || home.parent?.name === "blockquote") quoted += size;
  }
  return { list: list / length, heading: heading / length, quoted: quoted / length };
}

const HEADING = /^h[1-6]$/;

/** Tables of data, not of layout: they have captions, heads or summaries, or are large. */
function dataTables(page: Page): ReadonlySet<Part> {
  const tables = new Set<Part>();
  for (const part of page.parts) {
    if (part.name === "table" && isDataTable(part, page)) tables.add(part);
  }
  return tables;
}

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
