/** A box mark in, its background and borders on the page out. */
import type PDFDocument from "pdfkit";
import type { Style } from "../css/properties.js";
import type { Color } from "../css/values.js";
import { bordersOf } from "../layout/edges.js";
import type { BoxMark, Rectangle } from "../pages/page.js";

export function paintBox(document: PDFDocument, mark: BoxMark): void {
  const { style } = mark;
  if (style.backgroundColor !== "transparent") {
    outline(document, mark, 0);
    document.fill(seen(style.backgroundColor, style));
  }
  if (isOneLine(mark)) paintOutline(document, mark);
  else paintSides(document, mark);
}

/** All four borders alike: one line around, its corners as round as the box. */
function isOneLine({ style, edges }: BoxMark): boolean {
  const { top, right, bottom, left } = bordersOf(style);
  const isWhole = edges.top && edges.right && edges.bottom && edges.left;
  return (
    isWhole &&
    [right, bottom, left].every((width) => width === top) &&
    [style.borderRightColor, style.borderBottomColor, style.borderLeftColor].every(
      (color) => color === style.borderTopColor,
    )
  );
}

function paintOutline(document: PDFDocument, mark: BoxMark): void {
  const width = bordersOf(mark.style).top;
  if (width === 0 || mark.style.borderTopColor === "transparent") return;
  outline(document, mark, width / 2);
  document.lineWidth(width).stroke(seen(mark.style.borderTopColor, mark.style));
}

function outline(document: PDFDocument, mark: BoxMark, inset: number): void {
  const x = mark.x + inset;
  const y = mark.y + inset;
  const width = mark.width - 2 * inset;
  const height = mark.height - 2 * inset;
  const radius = Math.max(0, mark.style.borderRadius - inset);
  outlineRectangle(document, { x, y, width, height }, radius);
}

export function outlineRectangle(
  document: PDFDocument,
  { x, y, width, height }: Rectangle,
  radius: number,
): PDFDocument {
  const round = Math.min(radius, width / 2, height / 2);
  return round > 0
    ? document.roundedRect(x, y, width, height, round)
    : document.rect(x, y, width, height);
}

function paintSides(document: PDFDocument, { x, y, width, height, style, edges }: BoxMark): void {
  const { top, right, bottom, left } = bordersOf(style);
  const paint = (
    isShown: boolean,
    color: Color,
    side: readonly [x: number, y: number, width: number, height: number],
  ) => {
    const [sideX, sideY, sideWidth, sideHeight] = side;
    if (!isShown || sideWidth === 0 || sideHeight === 0 || color === "transparent") return;
    document.rect(sideX, sideY, sideWidth, sideHeight).fill(seen(color, style));
  };
  paint(edges.top, style.borderTopColor, [x, y, width, top]);
  paint(edges.right, style.borderRightColor, [x + width - right, y, right, height]);
  paint(edges.bottom, style.borderBottomColor, [x, y + height - bottom, width, bottom]);
  paint(edges.left, style.borderLeftColor, [x, y, left, height]);
}

function seen(color: Color, style: Style): string {
  return color === "currentcolor" ? style.color : color;
}
