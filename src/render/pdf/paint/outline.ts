/** Headings in the order of the page in, nested bookmarks out (ISO 32000-1, 12.3.3). */
import type { Outline } from "pdfkit";
import type { Heading } from "../pages/page.js";
import type { PageStyle } from "../pages/page-style.js";

export class OutlineWriter {
  readonly #paper: PageStyle;
  readonly #open: { level: number; item: Outline }[];

  constructor(root: Outline, paper: PageStyle) {
    this.#paper = paper;
    this.#open = [{ level: 0, item: root }];
  }

  /** For a heading on the document's current page; a skipped level does not leave a gap. */
  add({ level, text, y }: Heading): void {
    if (text === "") return;
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    // pdfkit counts `left` from the right edge of the paper.
    const left = this.#paper.width;
    const item = this.#open.at(-1)?.item.addItem(text, { fit: false, top: y, left, zoom: 0 });
    if (item) this.#open.push({ level, item });
  }
}
