/** A list item and its marker in, the marker beside the item's first line out (CSS Lists 3, 2.2). */
import type { BlockBox, Box, Marker } from "../boxes/box.js";
import { buildLine } from "../inline/build-line.js";
import { shapePieces } from "../inline/shape-pieces.js";
import { bordersOf, insetsOf, marginsOf } from "./edges.js";
import type { Overlay } from "./flow.js";
import type { Layout } from "./layout.js";

/** @param width pt of the item's border box */
export function layOutMarker(
  item: BlockBox,
  marker: Marker,
  width: number,
  layout: Layout,
): Overlay {
  const { language, element, style: own } = item;
  const { text, style } = marker;
  const words = { kind: "text" as const, text, style, language, element };
  const origin = "marker" as const;
  const pieces = shapePieces({ ...words, decorations: [], origin }, text, false, () => {});
  const { line } = buildLine(pieces, { ...style, textAlign: "left", direction: "ltr" }, 0, 0, []);
  const markerWidth = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const paragraph = { lines: 1, orphans: 1, widows: 1 };
  const flow = layout.settle([
    { kind: "line", height: line.height, x: 0, line, index: 0, paragraph },
  ]);
  const insets = insetsOf(own, width);
  const borders = bordersOf(own);
  const distance = MARKER_DISTANCE * own.fontSize;
  const x =
    own.direction === "rtl"
      ? width - insets.right + distance
      : insets.left - markerWidth - distance;
  return {
    x: x - borders.left,
    top: insets.top - borders.top + firstBaselineIn(item, width) - line.baseline,
    bottom: "auto",
    between: undefined,
    layer: "below",
    frame: undefined,
    flow,
  };
}

/** em between a marker and the text it belongs to. */
const MARKER_DISTANCE = 0.5;

/** pt from the upper edge of the item's content to the baseline of its first line of text. */
function firstBaselineIn(item: BlockBox, width: number): number {
  const padded = insetsOf(item.style, width).top;
  let above = 0;
  let block: Box | undefined = item;
  while (block?.kind === "block") {
    if (block !== item) {
      // Margins count where a border or padding keeps them from collapsing with those of the item.
      if (padded + above > 0) above += marginsOf(block.style, width).top;
      above += insetsOf(block.style, width).top;
    }
    if (block.content.kind === "inline") break;
    block = block.content.children[0];
  }
  const { style } = block?.kind === "block" ? block : item;
  return above + buildLine([], style, 0, 0, []).line.baseline;
}
