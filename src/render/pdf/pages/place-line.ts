/** A line and its place on a page in, its text, boxes, underlines and links out. */
import { type Element, isTag, type ParentNode } from "domhandler";
import { primaryFace } from "../fonts/choose-faces.js";
import { fontHeight } from "../fonts/font-height.js";
import type { Line, LineAtomic, LineBox, LineText } from "../inline/build-line.js";
import type { TextPiece } from "../inline/piece.js";
import { wordsOf } from "../page/parse-page.js";
import { isVisible, noteElement } from "./open-frames.js";
import type { Link, TextMark } from "./page.js";
import { placeDecorations } from "./place-decorations.js";
import { START } from "./room.js";
import { settleParts } from "./settle-parts.js";
import type { PlaceFlow, Sheet } from "./sheet.js";

/**
 * @param paragraph the block that the line is of
 * @param y pt of the line's upper edge
 */
export function placeLine(
  line: Line,
  paragraph: object,
  x: number,
  y: number,
  sheet: Sheet,
  placeFlow: PlaceFlow,
): void {
  let pieces: LineText[] = [];
  const endText = () => {
    if (pieces.length === 0) return;
    const mark: TextMark = { kind: "text", x, y, pieces: pieces.slice(), paragraph };
    sheet.marks.push(mark);
    placeLinesOf(mark, sheet);
    placeLinks(mark, sheet);
    pieces = [];
  };
  for (const part of settleParts(line.parts, x, sheet)) {
    switch (part.kind) {
      case "box":
        placeLineBox(part, x, y, sheet);
        break;
      case "text":
        if (part.piece.source.style.visibility === "visible") pieces.push(part);
        break;
      case "atomic":
        endText();
        placeFlow(part.piece.flow, START, undefined, x + part.x, y + part.y, sheet);
        placePictureLink(part, x, y, sheet);
    }
  }
  endText();
}

function placeLineBox(box: LineBox, x: number, y: number, sheet: Sheet): void {
  const { element, style } = box.inline;
  if (box.isFirst && element) noteElement(element, style, y, sheet);
  if (!isVisible(style)) return;
  sheet.marks.push({
    kind: "box",
    x: x + box.x,
    y: y + box.y,
    width: box.width,
    height: box.height,
    style,
    element,
    edges: { top: true, right: box.ends, bottom: true, left: box.starts },
  });
}

function placeLinesOf(line: TextMark, sheet: Sheet): void {
  const decorated = ({ source }: TextPiece) =>
    source.decorations.length > 0 ? source.decorations : undefined;
  for (const run of runsOf(line, decorated)) sheet.marks.push(...placeDecorations(run));
}

function placeLinks(line: TextMark, sheet: Sheet): void {
  for (const run of runsOf(line, ({ source }) => anchorOf(source.href, source.element))) {
    const [first] = run.pieces;
    if (!first) continue;
    const { style } = first.piece.source;
    const { ascent, descent } = fontHeight(primaryFace(style), style.fontSize);
    sheet.links.push({
      x: run.x,
      y: run.y - ascent,
      width: run.width,
      height: ascent + descent,
      ...targetOf(run.value),
    });
  }
}

/** Words in a small box have links of their own; a picture has none. */
function placePictureLink({ piece, ...at }: LineAtomic, x: number, y: number, sheet: Sheet): void {
  const anchor =
    piece.box.kind === "replaced" ? anchorOf(piece.href, piece.box.element) : undefined;
  if (!anchor) return;
  const { width, height } = piece;
  sheet.links.push({ x: x + at.x, y: y + at.y, width, height, ...targetOf(anchor) });
}

function targetOf(anchor: Element): Pick<Link, "href" | "label" | "element"> {
  return { href: anchor.attribs.href ?? "", label: labelOf(anchor), element: anchor };
}

/** The link that something stands in. */
function anchorOf(href: string | undefined, inside: Element | undefined): Element | undefined {
  if (href === undefined) return undefined;
  let next: ParentNode | null | undefined = inside;
  while (next && !(isTag(next) && next.name === "a")) next = next.parent;
  return next && isTag(next) ? next : undefined;
}

function labelOf(anchor: Element): string {
  return anchor.attribs["aria-label"] || wordsOf(anchor) || alternativeIn(anchor);
}

/** Of the first picture in a link without words. */
function alternativeIn({ children }: Element): string {
  for (const child of children.filter(isTag)) {
    const found = child.attribs.alt || child.attribs["aria-label"] || alternativeIn(child);
    if (found) return found;
  }
  return "";
}

interface Run<Value> {
  readonly value: Value;
  readonly pieces: readonly LineText[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Neighbours with the same value, as one; those without a value belong to no run. */
function runsOf<Value>(
  { x: left, y: top, pieces }: TextMark,
  readValue: (piece: TextPiece) => Value | undefined,
): readonly Run<Value>[] {
  const runs: { value: Value; pieces: LineText[] }[] = [];
  let previous: Value | undefined;
  for (const placed of pieces) {
    const value = readValue(placed.piece);
    if (value !== undefined) {
      if (value === previous) runs.at(-1)?.pieces.push(placed);
      else runs.push({ value, pieces: [placed] });
    }
    previous = value;
  }
  return runs.map((run) => {
    const x = left + (run.pieces[0]?.x ?? 0);
    const last = run.pieces.at(-1);
    const right = last ? left + last.x + last.piece.width : x;
    return { ...run, x, y: top + (run.pieces[0]?.y ?? 0), width: right - x };
  });
}
