/** A rectangle and its corners in, the path around it out (CSS Backgrounds 3, 5). */
import type PDFDocument from "pdfkit";
import type { Corners } from "../pages/corners.js";
import type { Rectangle } from "../pages/page.js";

export function outlineBox(
  document: PDFDocument,
  { x, y, width, height }: Rectangle,
  corners: Corners,
): PDFDocument {
  const { topLeft, topRight, bottomRight, bottomLeft } = corners;
  const isAlike = [topRight, bottomRight, bottomLeft].every((radius) => radius === topLeft);
  if (isAlike && topLeft === 0) return document.rect(x, y, width, height);
  if (isAlike) return document.roundedRect(x, y, width, height, topLeft);
  const arc = (radius: number, dx: number, dy: number) =>
    radius > 0 ? `a${radius} ${radius} 0 0 1 ${dx * radius} ${dy * radius}` : "";
  return document.path(
    `M${x + topLeft} ${y}H${x + width - topRight}${arc(topRight, 1, 1)}` +
      `V${y + height - bottomRight}${arc(bottomRight, -1, 1)}` +
      `H${x + bottomLeft}${arc(bottomLeft, -1, -1)}` +
      `V${y + topLeft}${arc(topLeft, 1, -1)}Z`,
  );
}
