/** Headings in the order of the page in, nested bookmarks out (ISO 32000-1, 12.3.3). */
import type { Outline } from "pdfkit";
import type { Heading } from "../pages/page.js";

export class OutlineWriter {
  readonly #open: { level: number; item: Outline }[];

  constructor(root: Outline) {
    this.#open = [{ level: 0, item: root }];
  }

  /**
   * For a heading on the document's current page; a skipped level does not leave a gap.
   * @param left pt from the right edge of the paper, as pdfkit counts it
   */
  add({ level, text, y }: Heading, left: number): void {
    if (text === "") return;
    while ((this.#open.at(-1)?.level ?? 0) >= level) this.#open.pop();
    const item = this.#open.at(-1)?.item.addItem(text, { fit: false, top: y, left, zoom: 0 });
    if (item) this.#open.push({ level, item });
  }
}
