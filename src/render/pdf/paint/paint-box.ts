/** A box mark in, its background and borders on the page out (CSS Backgrounds 3, 4). */
import type PDFDocument from "pdfkit";
import type { Style } from "../css/properties.js";
import type { Color } from "../css/values.js";
import { bordersOf } from "../layout/edges.js";
import { cornersOf, inner, isRound } from "../pages/corners.js";
import type { BoxMark } from "../pages/page.js";
import { fillWith, strokeWith } from "./ink.js";
import { outlineBox } from "./outline-box.js";

type LineStyle = Style["borderTopStyle"];

export function paintBox(document: PDFDocument, mark: BoxMark): void {
  const { style } = mark;
  const isSeeThrough = [style.backgroundColor, ...colorsOf(style)].some(
    (each) => each.length === 9,
  );
  if (isSeeThrough) document.save();
  if (style.backgroundColor !== "transparent") {
    outline(document, mark, 0);
    fillWith(document, seen(style.backgroundColor, style));
  }
  if (isSeeThrough) document.restore().save();
  if (isOneLine(mark)) paintOutline(document, mark);
  else paintSides(document, mark);
  if (isSeeThrough) document.restore();
}

function colorsOf(style: Style): readonly Color[] {
  const { borderTopColor, borderRightColor, borderBottomColor, borderLeftColor, color } = style;
  return [borderTopColor, borderRightColor, borderBottomColor, borderLeftColor, color];
}

/** All four borders alike: one line around, its corners as round as the box. */
function isOneLine({ style, edges }: BoxMark): boolean {
  const { top, right, bottom, left } = bordersOf(style);
  const isWhole = edges.top && edges.right && edges.bottom && edges.left;
  return (
    isWhole &&
    [right, bottom, left].every((width) => width === top) &&
    [style.borderRightStyle, style.borderBottomStyle, style.borderLeftStyle].every(
      (line) => line === style.borderTopStyle,
    ) &&
    [style.borderRightColor, style.borderBottomColor, style.borderLeftColor].every(
      (color) => color === style.borderTopColor,
    )
  );
}

function paintOutline(document: PDFDocument, mark: BoxMark): void {
  const { style } = mark;
  const width = bordersOf(style).top;
  if (width === 0 || style.borderTopColor === "transparent") return;
  const line = style.borderTopStyle;
  if (line === "double") {
    for (const inset of [width / 6, (width * 5) / 6]) {
      outline(document, mark, inset);
      strokeWith(document.lineWidth(width / 3), seen(style.borderTopColor, style));
    }
    return;
  }
  const isBroken = line === "dashed" || line === "dotted";
  if (isBroken) document.save();
  setPen(document, line, width);
  outline(document, mark, width / 2);
  strokeWith(document.lineWidth(width), seen(style.borderTopColor, style));
  if (isBroken) document.restore();
}

/** Dashes twice as long as they are wide; dots are round. */
function setPen(document: PDFDocument, line: LineStyle, width: number): void {
  if (line === "dashed") document.addContent(`[${round(2 * width)} ${round(width)}] 0 d`);
  if (line === "dotted") document.lineCap("round").addContent(`[0 ${round(2 * width)}] 0 d`);
}

function outline(document: PDFDocument, mark: BoxMark, inset: number): void {
  const corners = inner(cornersOf(mark.style, mark, mark.edges), inset);
  const x = mark.x + inset;
  const y = mark.y + inset;
  outlineBox(
    document,
    { x, y, width: mark.width - 2 * inset, height: mark.height - 2 * inset },
    corners,
  );
}

function paintSides(document: PDFDocument, mark: BoxMark): void {
  const { x, y, width, height, style, edges } = mark;
  const { top, right, bottom, left } = bordersOf(style);
  if (top + right + bottom + left === 0) return;
  const isCut = isRound(cornersOf(style, mark, edges));
  if (isCut) {
    document.save();
    outline(document, mark, 0);
    document.clip();
  }
  const paint = (isShown: boolean, line: LineStyle, color: Color, side: Side) => {
    if (!isShown || side.thickness === 0 || side.length <= 0 || color === "transparent") return;
    document.save();
    paintSide(document, line, seen(color, style), side);
    document.restore();
  };
  const across = { isUpright: false, x, length: width };
  const down = { isUpright: true, y, length: height };
  const { borderTopStyle, borderRightStyle, borderBottomStyle, borderLeftStyle } = style;
  paint(edges.top, borderTopStyle, style.borderTopColor, { ...across, y, thickness: top });
  const rightSide = { ...down, x: x + width - right, thickness: right };
  paint(edges.right, borderRightStyle, style.borderRightColor, rightSide);
  const foot = { ...across, y: y + height - bottom, thickness: bottom };
  paint(edges.bottom, borderBottomStyle, style.borderBottomColor, foot);
  paint(edges.left, borderLeftStyle, style.borderLeftColor, { ...down, x, thickness: left });
  if (isCut) document.restore();
}

/** A border of one side, in pt; `x` and `y` of its upper left corner. */
interface Side {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly thickness: number;
  readonly isUpright: boolean;
}

function paintSide(document: PDFDocument, line: LineStyle, color: string, side: Side): void {
  const { thickness } = side;
  if (line === "dashed" || line === "dotted") {
    setPen(document, line, thickness);
    const [x, y] = side.isUpright
      ? [side.x + thickness / 2, side.y]
      : [side.x, side.y + thickness / 2];
    document.moveTo(x, y);
    document.lineTo(side.isUpright ? x : x + side.length, side.isUpright ? y + side.length : y);
    strokeWith(document.lineWidth(thickness), color);
    return;
  }
  if (line === "double") {
    fillStrip(document, side, 0, thickness / 3);
    fillStrip(document, side, (thickness * 2) / 3, thickness / 3);
  } else fillStrip(document, side, 0, thickness);
  fillWith(document, color);
}

/** @param from pt from the outer edge */
function fillStrip(document: PDFDocument, side: Side, from: number, thickness: number): void {
  const { x, y, length, isUpright } = side;
  if (isUpright) document.rect(x + from, y, thickness, length);
  else document.rect(x, y + from, length, thickness);
}

function seen(color: Color, style: Style): string {
  return color === "currentcolor" ? style.color : color;
}

function round(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
