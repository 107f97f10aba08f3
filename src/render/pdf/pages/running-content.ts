/** Margin boxes and a page's number in, the marks of its header and footer out (CSS GCPM 3). */
import type { ContentPart, Style } from "../css/properties.js";
import { buildLine } from "../inline/build-line.js";
import { shapePieces } from "../inline/cut-pieces.js";
import type { Mark } from "./page.js";
import type { MarginBox, PageStyle } from "./page-style.js";
import { placeFlow } from "./place-flow.js";
import { placeLine } from "./place-line.js";
import { emptySheet } from "./sheet.js";

export interface RunningValues {
  readonly page: number;
  readonly pages: number;
  readonly strings: ReadonlyMap<string, string>;
}

/** @param missing told of every letter that no font has */
export function layOutRunningContent(
  style: PageStyle,
  values: RunningValues,
  language: string,
  missing: (letter: string) => void,
): readonly Mark[] {
  const sheet = emptySheet();
  for (const box of style.marginBoxes) {
    const text = box.content.map((part) => wordsOf(part, values)).join("");
    const { margins, width, height } = style;
    const column = width - margins.left - margins.right;
    const line = setLine(text, box, column, language, missing);
    const room = box.edge === "top" ? margins.top : margins.bottom;
    const top = box.edge === "top" ? 0 : height - margins.bottom;
    placeLine(line, margins.left, top + (room - line.height) / 2, sheet, placeFlow);
  }
  return sheet.marks.filter((mark) => mark !== undefined);
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

function setLine(
  text: string,
  box: MarginBox,
  column: number,
  language: string,
  missing: (letter: string) => void,
) {
  const style: Style = { ...box.style, textAlign: box.place };
  const source = {
    kind: "text" as const,
    text,
    style,
    language,
    element: undefined,
    rise: 0,
    underlined: false,
  };
  const words = text
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC")
    .split(/(?<= )|(?= )/);
  const pieces = words.flatMap((word) => shapePieces(source, word, false, missing));
  return buildLine(pieces, style, column, 0, []).line;
}
