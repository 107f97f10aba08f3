/** A drawing in, its shapes as PDF paths out (ISO 32000-1, 8.5). */
import type PDFDocument from "pdfkit";
import { invert, type Shape } from "../figures/picture.js";
import type { DrawingMark } from "../pages/page.js";
import { inkOf } from "./ink.js";

export function paintDrawing(document: PDFDocument, { matrix, shapes }: DrawingMark): void {
  for (const shape of shapes) {
    document.save().transform(...matrix);
    for (const clip of shape.clips) clipTo(document, clip);
    document.transform(...shape.matrix);
    paintShape(document, shape);
    document.restore();
  }
}

/** In the units of the drawing; what follows is in them again. */
function clipTo(document: PDFDocument, { path, matrix }: Shape["clips"][number]): void {
  const back = invert(matrix);
  if (!back) return;
  document
    .transform(...matrix)
    .path(path)
    .clip()
    .transform(...back);
}

function paintShape(document: PDFDocument, shape: Shape): void {
  const { fill, stroke, strokeWidth, path } = shape;
  const isFilled = isSeen(fill);
  const isStroked = isSeen(stroke) && strokeWidth > 0;
  if (!isFilled && !isStroked) return;
  if (isStroked) setPen(document, shape);
  const inside = inkOf(fill);
  const line = inkOf(stroke);
  const fillOpacity = shape.fillOpacity * inside.alpha;
  const strokeOpacity = shape.strokeOpacity * line.alpha;
  if (isFilled && fillOpacity < 1) document.fillOpacity(fillOpacity);
  if (isStroked && strokeOpacity < 1) document.strokeOpacity(strokeOpacity);
  document.path(path);
  const rule = shape.fillRule === "evenodd" ? "even-odd" : "non-zero";
  if (isFilled && isStroked) document.fillAndStroke(inside.color, line.color, rule);
  else if (isFilled) document.fill(inside.color, rule);
  else document.stroke(line.color);
}

function setPen(document: PDFDocument, shape: Shape): void {
  document.lineWidth(shape.strokeWidth);
  if (shape.lineCap !== "butt") document.lineCap(shape.lineCap);
  if (shape.lineJoin !== "miter") document.lineJoin(shape.lineJoin);
  const dashes = shape.dashes.some((length) => length > 0) ? shape.dashes : [];
  if (dashes.length > 0) {
    const lengths = dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes];
    document.addContent(`[${lengths.map(round).join(" ")}] 0 d`);
  }
}

function isSeen(color: string): boolean {
  return color !== "none" && color !== "transparent";
}

function round(number: number): string {
  return String(Math.round(number * 1000) / 1000);
}
