/** The flow list and the paper in, finished pages out. */
import type { PageReference } from "../boxes/box.js";
import type { GeneratedContent } from "../boxes/generated-content.js";
import { formatCounter } from "../css/counter-style.js";
import type { Flow } from "../layout/flow.js";
import type { Layout } from "../layout/layout.js";
import { fillLeaves, type Leaf } from "./fill-leaves.js";
import { showByPage } from "./named-values.js";
import type { BoxMark, Page } from "./page.js";
import { type PageOverlays, placePageOverlays } from "./page-overlays.js";
import type { PageStyle, Paper } from "./page-style.js";
import { placeFlow } from "./place-flow.js";
import { placeNotes } from "./place-notes.js";
import { layOutRunningContent } from "./running-content.js";
import { emptySheet, type Sheet, type SheetContext } from "./sheet.js";

/**
 * @param language of the running header and footer
 * @param layout for the same, which are set anew on every page
 */
export function paginate(
  flow: Flow,
  paper: Paper,
  language: string,
  layout: Layout,
  generated: GeneratedContent,
  over: PageOverlays,
): readonly Page[] {
  const leaves = fillLeaves(flow, paper, layout.notes);
  const { sheets, numbers, contextOf } = placeLeaves(flow, leaves, generated);
  placePageOverlays(over, leaves, sheets, contextOf, layout);
  const topOf = (page: number) => leaves[page]?.style.margins.top ?? 0;
  const strings = showByPage(
    sheets.map((sheet) => sheet.strings),
    topOf,
  );
  const elements = showByPage(
    sheets.map((sheet) => sheet.elements),
    topOf,
  );
  return leaves.map(({ style }, index) => {
    const { marks, links, anchors, headings } = sheets[index] ?? emptySheet();
    const values = {
      page: numbers[index] ?? index + 1,
      pages: leaves.length,
      strings: strings[index] ?? NOTHING,
      elements: elements[index] ?? NOTHING,
      context: contextOf(index),
    };
    return {
      number: index + 1,
      width: style.width,
      height: style.height,
      marks: [
        ...backgroundOf(style),
        ...marks.filter((mark) => mark !== undefined),
        ...layOutRunningContent(style, values, language, layout),
      ],
      links,
      anchors,
      headings,
    };
  });
}

const NOTHING = { get: () => undefined };

interface PlacedLeaves {
  readonly sheets: readonly Sheet[];
  /** By page, as they are counted. */
  readonly numbers: readonly number[];
  contextOf(page: number): SheetContext;
}

/**
 * Which page an element stands on is known once all are filled. Those that refer to others are then
 * placed again, their lines as they were.
 */
function placeLeaves(
  flow: Flow,
  leaves: readonly Leaf[],
  { stringsOf }: GeneratedContent,
): PlacedLeaves {
  const first = { stringsOf, numberFor: () => undefined };
  const sheets = leaves.map((leaf) => placeLeaf(flow, leaf, first));
  const numbers = countPages(sheets);
  const pageOf = new Map<string, number>();
  sheets.forEach(({ anchors }, page) => {
    for (const { id } of anchors) if (!pageOf.has(id)) pageOf.set(id, page);
  });
  const contextOf = (page: number): SheetContext => ({
    stringsOf,
    numberFor: ({ id, counter, style }: PageReference) => {
      const target = id === undefined ? page : pageOf.get(id);
      if (target === undefined) return "";
      return formatCounter(
        counter === "pages" ? leaves.length : (numbers[target] ?? target + 1),
        style,
      );
    },
  });
  const settled = leaves.map((leaf, page) => {
    const sheet = sheets[page];
    return sheet && sheet.pending.length === 0 ? sheet : placeLeaf(flow, leaf, contextOf(page));
  });
  return { sheets: settled, numbers, contextOf };
}

/** `counter-reset: page` on an element numbers the page that it stands on. */
function countPages(sheets: readonly Sheet[]): readonly number[] {
  let number = 0;
  return sheets.map((sheet) => {
    number = sheet.pageNumbers[0] ?? number + 1;
    return number;
  });
}

function placeLeaf(flow: Flow, leaf: Leaf, context: SheetContext): Sheet {
  const { style, from, to, notes, splits, height } = leaf;
  const sheet = emptySheet(context, splits, style.margins.top + height);
  if (from) placeFlow(flow, from, to, style.margins.left, style.margins.top, sheet);
  placeNotes(notes, style, sheet, placeFlow);
  return sheet;
}

/** A page's own colour reaches over its margins. */
function backgroundOf({ style, width, height }: PageStyle): readonly BoxMark[] {
  if (style.backgroundColor === "transparent") return [];
  const edges = { top: true, right: true, bottom: true, left: true };
  return [{ kind: "box", x: 0, y: 0, width, height, style, element: undefined, edges }];
}
