/** Small pages to lay out, and finished pages as text that a person can read. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { renderPdf, type SetPages, setPages } from "../../../src/render/pdf/index.js";
import type { Page, TextMark } from "../../../src/render/pdf/pages/page.js";

/** A page whose column is 300 pt wide and 200 pt high, all text 10 pt on lines of 12 pt. */
export function htmlPage(css: string, body: string, language = "en"): string {
  return `<!doctype html><html lang="${language}"><head><title>Test</title><style>
@page { size: 340pt 240pt; margin: 20pt }
body { font: 10pt/12pt "IBM Plex Sans" }
p { margin: 0 }
${css}</style></head><body>${body}</body></html>`;
}

/** Fails the test on any diagnostic that it does not expect. */
export function setCleanPages(css: string, body: string, language = "en"): SetPages {
  const set = setPages(htmlPage(css, body, language));
  if (set.diagnostics.length > 0) {
    throw new Error(set.diagnostics.map((each) => each.message).join("\n"));
  }
  return set;
}

/** The words of each line of each page, in the order in which they are painted. */
export function wordsOnPages(pages: readonly Page[]): string[][] {
  return pages.map((page) =>
    page.marks.flatMap((mark) =>
      mark.kind === "text" ? [mark.pieces.map(({ piece }) => piece.text).join("")] : [],
    ),
  );
}

/** The pieces of a line with their places on the page, in pt. */
export function placedPieces({ x, y, pieces }: TextMark) {
  return pieces.map((placed) => ({ piece: placed.piece, x: x + placed.x, y: y + placed.y }));
}

/** `x y words` of every line: x of its first letter, y of its baseline, in whole pt. */
export function placedLines(page: Page | undefined): string[] {
  return (page?.marks ?? []).flatMap((mark) => {
    if (mark.kind !== "text") return [];
    const [first] = placedPieces(mark);
    const words = mark.pieces.map(({ piece }) => piece.text).join("");
    return [`${Math.round(first?.x ?? 0)} ${Math.round(first?.y ?? 0)} ${words}`];
  });
}

/** `x y width height` of every painted box, in whole pt. */
export function placedBoxes(page: Page | undefined): string[] {
  return (page?.marks ?? []).flatMap((mark) =>
    mark.kind === "box"
      ? [[mark.x, mark.y, mark.width, mark.height].map((length) => Math.round(length)).join(" ")]
      : [],
  );
}

export const CREATED_AT = new Date("2021-05-10T09:00:00Z");

export async function renderBytes(css: string, body: string, language = "en"): Promise<Uint8Array> {
  const { bytes } = await renderPdf(htmlPage(css, body, language), { createdAt: CREATED_AT });
  return bytes;
}

export function openPdf(bytes: Uint8Array) {
  // A copy: the reader takes the bytes over.
  return getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
}

/** The text of each page as pdf.js reads it, but for marks of direction. */
export async function copiedText(bytes: Uint8Array): Promise<string[]> {
  const document = await openPdf(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
        .join("")
        .replace(/[\u061c\u200e\u200f]/g, ""),
    );
  }
  await document.loadingTask.destroy();
  return pages;
}
