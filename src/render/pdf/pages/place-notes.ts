/** A page's footnotes in, their marks at its foot out (CSS GCPM 3, 2). */
import { insetsOf, marginsOf } from "../layout/edges.js";
import { edgesOf, type NoteArea } from "./fill-notes.js";
import { isVisible } from "./open-frames.js";
import type { PageStyle } from "./page-style.js";
import type { PlaceFlow, Sheet } from "./sheet.js";

export function placeNotes(
  area: NoteArea,
  style: PageStyle,
  sheet: Sheet,
  placeFlow: PlaceFlow,
): void {
  if (area.parts.length === 0) return;
  const { margins: page, column, footnotes } = style;
  const insets = insetsOf(footnotes, column.width);
  const margins = marginsOf(footnotes, column.width);
  const height = area.height + edgesOf(style);
  const x = page.left + margins.left;
  const y = page.top + column.height - height + margins.top;
  if (isVisible(footnotes)) {
    sheet.marks.push({
      kind: "box",
      x,
      y,
      width: column.width - margins.left - margins.right,
      height: height - margins.top - margins.bottom,
      style: footnotes,
      element: undefined,
      edges: { top: true, right: true, bottom: true, left: true },
    });
  }
  for (const { note, from, to, y: below } of area.parts) {
    placeFlow(note.flow, from, to, x + insets.left, y + insets.top + below, sheet);
  }
}
