/** The reference pages: each about one group of features; where everything on them stands, as text. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mark, Page, Rectangle, TextMark } from "../../../src/render/pdf/pages/page.js";
import { placedPieces } from "./page.js";

export const REFERENCE_PAGES = join(import.meta.dirname, "reference-pages");

export interface ReferencePage {
  readonly name: string;
  readonly html: string;
}

export const referencePages: readonly ReferencePage[] = readdirSync(REFERENCE_PAGES)
  .filter((file) => file.endsWith(".html"))
  .map((file) => ({
    name: file.replace(".html", ""),
    html: readFileSync(join(REFERENCE_PAGES, file), "utf8"),
  }));

/**
 * A line for each mark in the order of painting, and then for each link: what it is, x, y, width
 * and height in whole pt, and what it says. `y` of a line of text is that of its baseline.
 */
export function describePages(pages: readonly Page[]): string {
  const lines = pages.flatMap(({ number, width, height, marks, links }) => [
    `page ${number}, ${Math.round(width)} × ${Math.round(height)} pt`,
    ...marks.map(describeMark),
    ...links.map((link) => describePlace("link", link, link.href)),
    "",
  ]);
  return lines.join("\n");
}

function describeMark(mark: Mark): string {
  switch (mark.kind) {
    case "text":
      return describeText(mark, mark.furniture);
    case "box":
      return describePlace("box", mark, mark.style.backgroundColor);
    case "rule":
      return describePlace("rule", mark, mark.color);
    case "image":
      return describePlace("image", mark, mark.element.attribs.alt);
    case "drawing":
      return describePlace("drawing", mark.place, `${mark.shapes.length} shapes`);
    case "group":
      return `group ${mark.matrix.map((value) => Number(value.toFixed(2))).join(" ")}`;
    case "group-end":
      return "group ends";
  }
}

/** The words as written, from the left edge of the first that is seen to the right edge of the last. */
function describeText(mark: TextMark, furniture = ""): string {
  const pieces = placedPieces(mark);
  const left = Math.min(...pieces.map(({ x }) => x));
  const right = Math.max(...pieces.map(({ x, piece }) => x + piece.width));
  const written = pieces.toSorted((a, b) => a.piece.order - b.piece.order);
  const words = written.map(({ piece }) => piece.text).join("");
  const place = [left, pieces[0]?.y ?? 0, right - left].map(column).join("");
  return `${"text".padEnd(8)}${place}${" ".repeat(5)}  ${furniture && `(${furniture}) `}${words}`;
}

function describePlace(kind: string, { x, y, width, height }: Rectangle, words = ""): string {
  const place = [x, y, width, height].map(column).join("");
  return `${kind.padEnd(8)}${place}  ${words}`.trimEnd();
}

const column = (length: number) => String(Math.round(length)).padStart(5);
