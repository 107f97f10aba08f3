/** The margin boxes of a page and what they show in, their marks out (CSS Paged Media 3, CSS GCPM 3). */
import type { BlockBox, Box, InlineItem } from "../boxes/box.js";
import type { ContentPart } from "../css/content-value.js";
import { formatCounter } from "../css/counter-style.js";
import type { Layout } from "../layout/layout.js";
import { MARGIN_BOXES, type MarginBox } from "./margin-boxes.js";
import type { ShownValues } from "./named-values.js";
import type { Mark } from "./page.js";
import type { PageStyle } from "./page-style.js";
import { placeMarginBoxes } from "./place-margin-boxes.js";
import { emptySheet, furniture, type SheetContext } from "./sheet.js";

export interface RunningValues {
  /** As counted, which need not be its place in the file. */
  readonly page: number;
  readonly pages: number;
  readonly strings: ShownValues<string>;
  readonly elements: ShownValues<Box>;
  readonly context: SheetContext;
}

export function layOutRunningContent(
  style: PageStyle,
  values: RunningValues,
  language: string,
  layout: Layout,
): readonly Mark[] {
  return (["header", "footer"] as const).flatMap((kind) => {
    const sheet = emptySheet(values.context);
    const blocks = style.marginBoxes
      .filter((box) => box.name.startsWith("bottom") === (kind === "footer"))
      .map((box) => ({
        spot: MARGIN_BOXES[box.name].spot,
        block: blockOf(box, values, language),
      }));
    placeMarginBoxes(blocks, style, layout, sheet);
    return furniture(sheet, kind);
  });
}

/** Words on lines; or, when the content is an element taken out of the text, that element. */
function blockOf(box: MarginBox, values: RunningValues, language: string): BlockBox {
  const style = { ...box.style, display: "block" as const };
  const elements = box.content.flatMap((part) =>
    part.kind === "element" ? (values.elements.get(part.name, part.which) ?? []) : [],
  );
  const block = { kind: "block" as const, element: undefined, style, language, marker: undefined };
  if (elements.length > 0) {
    return { ...block, content: { kind: "blocks", children: elements }, overlays: [] };
  }
  const items = box.content.map((part): InlineItem => {
    const text = wordsOf(part, values);
    return { kind: "text", text, style, language, element: undefined, decorations: [] };
  });
  return { ...block, content: { kind: "inline", items }, overlays: [] };
}

function wordsOf(part: ContentPart, values: RunningValues): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "counter":
    case "counters":
      return formatCounter(part.name === "pages" ? values.pages : values.page, part.style);
    case "string":
      return values.strings.get(part.name, part.which) ?? "";
    default:
      return "";
  }
}
