/** A colour in, what pdfkit paints with out: the colour itself, and how much is seen of it. */
import type PDFDocument from "pdfkit";

export interface Ink {
  /** `#rrggbb`. */
  readonly color: string;
  /** 0 to 1. */
  readonly alpha: number;
}

export function inkOf(color: string): Ink {
  const alpha = color.length === 9 ? Number.parseInt(color.slice(7), 16) / 255 : 1;
  return { color: color.slice(0, 7), alpha };
}

/** Fills the path that was drawn last; the state before has to be saved where it is wanted again. */
export function fillWith(document: PDFDocument, color: string): void {
  const ink = inkOf(color);
  if (ink.alpha < 1) document.fillOpacity(ink.alpha);
  document.fill(ink.color);
}

export function strokeWith(document: PDFDocument, color: string): void {
  const ink = inkOf(color);
  if (ink.alpha < 1) document.strokeOpacity(ink.alpha);
  document.stroke(ink.color);
}
