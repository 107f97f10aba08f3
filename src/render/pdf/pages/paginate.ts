/** The flow list and the paper in, finished pages out. */
import type { Flow } from "../layout/flow.js";
import type { Layout } from "../layout/layout.js";
import { fillLeaves, type Leaf } from "./fill-leaves.js";
import { showByPage } from "./named-values.js";
import type { BoxMark, Page } from "./page.js";
import type { PageStyle, Paper } from "./page-style.js";
import { placeFlow } from "./place-flow.js";
import { layOutRunningContent } from "./running-content.js";
import { emptySheet, type Sheet } from "./sheet.js";

/**
 * @param language of the running header and footer
 * @param layout for the same, which are set anew on every page
 */
export function paginate(
  flow: Flow,
  paper: Paper,
  language: string,
  layout: Layout,
): readonly Page[] {
  const leaves = fillLeaves(flow, paper);
  const sheets = leaves.map((leaf) => placeLeaf(flow, leaf));
  const topOf = (page: number) => leaves[page]?.style.margins.top ?? 0;
  const strings = showByPage(
    sheets.map((sheet) => sheet.strings),
    topOf,
  );
  const elements = showByPage(
    sheets.map((sheet) => sheet.elements),
    topOf,
  );
  return leaves.map((leaf, index) => {
    const { marks, links, anchors, headings } = sheets[index] ?? emptySheet();
    const values = {
      page: index + 1,
      pages: leaves.length,
      strings: strings[index] ?? NOTHING,
      elements: elements[index] ?? NOTHING,
    };
    const { style } = leaf;
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

function placeLeaf(flow: Flow, { style, from, to }: Leaf): Sheet {
  const sheet = emptySheet();
  if (from) placeFlow(flow, from, to, style.margins.left, style.margins.top, sheet);
  return sheet;
}

/** A page's own colour reaches over its margins. */
function backgroundOf({ style, width, height }: PageStyle): readonly BoxMark[] {
  if (style.backgroundColor === "transparent") return [];
  const edges = { top: true, right: true, bottom: true, left: true };
  return [{ kind: "box", x: 0, y: 0, width, height, style, element: undefined, edges }];
}
