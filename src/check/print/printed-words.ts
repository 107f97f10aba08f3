/** What a page is to print, and what a PDF prints, as words that can be compared. */
import type { Element } from "domhandler";
import type { PrintedRun } from "../../render/index.js";
import type { PrintedPart } from "../pdf/structure-words.js";
import { type Joining, PAGE_NUMBER } from "./leftward-words.js";
import { Lines } from "./lines.js";
import { type Around, type Unit, unitOf, type Word } from "./word.js";

export interface Printed {
  /** In the order of reading. */
  readonly read: readonly Word[];
  /** Words of drawings. */
  readonly drawn: readonly Word[];
}

/** With them, by id, which word is the first of each element that has one. */
export interface PageToPrint extends Printed {
  readonly starts: ReadonlyMap<string, number>;
}

/** @param pageAt the page on which a word stands in print, for numbers of pages among the words */
export function wordsOfPage(
  runs: readonly PrintedRun[],
  pageAt: (word: number) => number | undefined,
  joining: Joining,
): PageToPrint {
  const units = new Map<Element, Unit>();
  const known = new Set<string>();
  const references: string[] = [];
  const read = new Lines(joining);
  const drawn = new Lines(joining);
  let open: Around | undefined;
  for (const { text, begins, element, href = null, pageOf, leader, drawn: isDrawn } of runs) {
    if (pageOf !== undefined) references.push(pageOf);
    const unit = units.get(element) ?? unitOf(aroundOf(element));
    units.set(element, unit);
    const ids = isDrawn || text.trim() === "" ? [] : newIds(element, known);
    const origin = { unit, href, where: {}, ids };
    const lines = isDrawn ? drawn : read;
    // A leader parts what stands at its ends.
    const words = leader === undefined ? text : " ";
    const paragraph = aroundOf(element).find(({ name }) => PARAGRAPHS.has(name));
    const isWithin = paragraph !== undefined && paragraph === open;
    open = paragraph;
    const isApart = begins && !(joining === "all" && (isDrawn || isWithin));
    lines.add(pageOf === undefined ? words : PAGE_NUMBER, isApart, origin);
  }
  const words = withoutLeaders(read.words(), leadersOf(runs));
  const starts = new Map(
    words.flatMap(({ ids = [] }, index) => ids.map((id): [string, number] => [id, index])),
  );
  const numbered = words.map((word) => {
    const text = word.text.replaceAll(PAGE_NUMBER, () =>
      String(pageAt(starts.get(references.shift() ?? "") ?? -1) ?? ""),
    );
    return { ...word, text };
  });
  return { read: numbered, drawn: drawn.words(), starts };
}

/**
 * What a PDF has as one block of text, whatever boxes stand in its lines; items and cells have a block
 * for each box.
 */
const PARAGRAPHS: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6".split(" "));

/** Of the elements that begin here. */
function newIds(element: Element, known: Set<string>): readonly string[] {
  return aroundOf(element).flatMap(({ attribs: { id } }) => {
    if (id === undefined || known.has(id)) return [];
    known.add(id);
    return [id];
  });
}

function aroundOf(element: Element): readonly Around[] {
  const around: Around[] = [];
  for (let each: Element["parent"] = element; each !== null; each = each.parent) {
    if ("attribs" in each) around.push(each);
  }
  return around;
}

const UNKNOWN: Unit = { kind: "label", name: "page" };

/** @param leaders what the page repeats over the rest of its lines, and is no word */
export function wordsOfPdf(
  parts: readonly PrintedPart[],
  leaders: ReadonlySet<string>,
  joining: Joining,
): Printed {
  const read = new Lines(joining);
  const drawn = new Lines(joining);
  const repeated = repeatedLeader(leaders);
  for (const { text, begins, link, page, y, drawn: isDrawn } of parts) {
    const lines = isDrawn ? drawn : read;
    // A leader parts what stands at its ends.
    const words = repeated === null ? text : text.replaceAll(repeated, " ");
    const isApart = isDrawn ? joining !== "all" : begins;
    lines.add(words, isApart, { unit: UNKNOWN, href: link, where: { page, y } });
  }
  return { read: withoutLeaders(read.words(), leaders), drawn: drawn.words() };
}

export function leadersOf(runs: readonly PrintedRun[]): ReadonlySet<string> {
  return new Set(runs.flatMap(({ leader }) => leader?.trim() || []));
}

/** More of a leader on end than any sentence has of its sign. */
function repeatedLeader(leaders: ReadonlySet<string>): RegExp | null {
  if (leaders.size === 0) return null;
  const signs = [...leaders].map((leader) => leader.replaceAll(/[^\p{L}\p{N}\s]/gu, "\\$&"));
  return new RegExp(`(?:(?:${signs.join("|")})\\s*){4,}`, "gu");
}

/** Signs of leaders alone, and those that hang on a word: of a page with leaders its full stops too. */
function withoutLeaders(words: readonly Word[], leaders: ReadonlySet<string>): readonly Word[] {
  if (leaders.size === 0) return words;
  const signs = [...leaders].join("").replace(/[\\\]^-]/g, "\\$&");
  const ends = new RegExp(`^[${signs}]+|[${signs}]+$`, "gu");
  return words.flatMap((word) => {
    const text = word.text.replace(ends, "");
    return text === "" ? [] : [{ ...word, text }];
  });
}
