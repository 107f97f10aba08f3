/** Margin boxes and a page's number in, the marks of its header and footer out (CSS GCPM 3). */
import type { BlockBox } from "../boxes/box.js";
import type { ContentPart } from "../css/properties.js";
import type { Layout } from "../layout/layout.js";
import { START } from "./fill-page.js";
import type { Mark } from "./page.js";
import type { MarginBox, PageStyle } from "./page-style.js";
import { placeFlow } from "./place-flow.js";
import { emptySheet, furniture, type Sheet } from "./sheet.js";

export interface RunningValues {
  readonly page: number;
  readonly pages: number;
  readonly strings: ReadonlyMap<string, string>;
}

export function layOutRunningContent(
  style: PageStyle,
  values: RunningValues,
  language: string,
  layout: Layout,
): readonly Mark[] {
  const marks: Mark[] = [];
  const { margins, height } = style;
  for (const edge of ["top", "bottom"] as const) {
    const boxes = style.marginBoxes.filter((box) => box.edge === edge);
    const blocks = new Map(boxes.map((box) => [box.place, blockOf(box, values, language)]));
    const top = edge === "top" ? 0 : height - margins.bottom;
    const sheet = emptySheet();
    placeRow(blocks, { top, height: margins[edge] }, style, layout, sheet);
    marks.push(...furniture(sheet, edge === "top" ? "header" : "footer"));
  }
  return marks;
}

type Row = ReadonlyMap<MarginBox["place"], BlockBox>;

/** pt that two margin boxes keep apart. */
const DISTANCE = 8;

/**
 * The outer boxes at the page's edges, the center one in the middle or, when an outer one is too
 * long, as near to the middle as it gets. What does not fit on one line is broken.
 */
function placeRow(
  row: Row,
  strip: { readonly top: number; readonly height: number },
  { margins, column }: PageStyle,
  layout: Layout,
  sheet: Sheet,
): void {
  const wished = (place: MarginBox["place"]) => {
    const block = row.get(place);
    return block ? layout.widths(block).max : 0;
  };
  const room = column.width - DISTANCE * Math.max(0, row.size - 1);
  const total = wished("left") + wished("center") + wished("right");
  const scale = Math.min(1, room / Math.max(total, 1));
  for (const [place, block] of row) {
    // A hair wider than the words, so that rounding never breaks their line.
    const own = wished(place) * scale + 0.01;
    const flow = layout.settle(layout.box(block, 0, own));
    const before = row.has("left") ? wished("left") * scale + DISTANCE : 0;
    const after = row.has("right") ? wished("right") * scale + DISTANCE : 0;
    const middle = Math.max(before, Math.min((column.width - own) / 2, column.width - after - own));
    const x = { left: 0, center: middle, right: column.width - own }[place];
    const y = strip.top + (strip.height - flow.height) / 2;
    placeFlow(flow, START, undefined, margins.left + x, y, sheet);
  }
}

function blockOf(box: MarginBox, values: RunningValues, language: string): BlockBox {
  const style = { ...box.style, textAlign: box.place };
  const text = box.content.map((part) => wordsOf(part, values)).join("");
  return {
    kind: "block",
    element: undefined,
    style,
    language,
    content: {
      kind: "inline",
      items: [
        { kind: "text", text, style, language, element: undefined, rise: 0, underlined: false },
      ],
    },
    marker: undefined,
    overlays: [],
  };
}

function wordsOf(part: ContentPart, values: RunningValues): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "counter":
      return String(part.name === "page" ? values.page : values.pages);
    case "string":
      return values.strings.get(part.name) ?? "";
  }
}
