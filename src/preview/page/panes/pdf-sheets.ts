/** A PDF in, its pages under each other out: drawn as they come into sight, exchanged in one step. */
import { type Drawing, type OpenPdf, openPdf } from "./pdf-document.js";

/** Pages further than this below the window are not drawn, in px. */
const AHEAD = "600px 0px";
const MARGIN = 12;

export class PdfSheets {
  #pdf: OpenPdf | null = null;
  #sheets: readonly HTMLElement[] = [];
  #drawings = new Map<HTMLElement, Drawing>();
  #watch: IntersectionObserver | null = null;
  #asked = 0;
  #width = 0;

  /** @param host scrolls */
  constructor(private readonly host: HTMLElement) {}

  /** Shows the PDF of an address once what is in sight of it is drawn. @throws where it cannot be read */
  async show(address: string): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const pdf = await openPdf(address);
    if (asked !== this.#asked) return pdf.close();
    const before = this.#pdf;
    this.#pdf = pdf;
    await this.#layOut(pdf);
    before?.close();
  }

  /** Lays the pages out again where the pane got another width. */
  async resize(): Promise<void> {
    if (this.#pdf !== null && Math.abs(this.#widthNow() - this.#width) > 1) {
      await this.#layOut(this.#pdf);
    }
  }

  close(): void {
    this.#asked += 1;
    this.#forget();
    this.#pdf?.close();
    this.#pdf = null;
  }

  async #layOut(pdf: OpenPdf): Promise<void> {
    const width = this.#widthNow();
    const sheets = pdf.sizes.map(([w, h], index) =>
      makeSheet(index + 1, pdf.pages, width, (h / w) * width),
    );
    const drawings = new Map<HTMLElement, Drawing>();
    const first = this.#place().page;
    const insight = sheets.slice(first, first + 2);
    for (const [index, sheet] of insight.entries()) {
      drawings.set(sheet, pdf.draw(first + index + 1, sheet, width));
    }
    await Promise.all([...drawings.values()].map(({ done }) => done));
    if (this.#pdf !== pdf) return;
    // Where it is read now: somebody may have scrolled while it was drawn.
    const place = this.#sheets.length === 0 ? null : this.#place();
    this.#forget();
    this.#width = width;
    this.#sheets = sheets;
    this.#drawings = drawings;
    this.host.replaceChildren(...sheets);
    if (place !== null) this.#return(place);
    this.#drawInSight(pdf, width);
  }

  #drawInSight(pdf: OpenPdf, width: number): void {
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const index = this.#sheets.indexOf(target as HTMLElement);
          const sheet = this.#sheets[index];
          if (!isIntersecting || sheet === undefined || this.#drawings.has(sheet)) continue;
          this.#drawings.set(sheet, pdf.draw(index + 1, sheet, width));
        }
      },
      { root: this.host, rootMargin: AHEAD },
    );
    for (const sheet of this.#sheets) watch.observe(sheet);
    this.#watch = watch;
  }

  #forget(): void {
    this.#watch?.disconnect();
    for (const drawing of this.#drawings.values()) drawing.stop();
  }

  /** The page at the top of the pane, and how much of it is above. */
  #place(): { readonly page: number; readonly part: number } {
    const top = this.host.scrollTop;
    const page = this.#sheets.findIndex((sheet) => sheet.offsetTop + sheet.offsetHeight > top);
    const sheet = this.#sheets[Math.max(0, page)];
    if (sheet === undefined) return { page: 0, part: 0 };
    return { page: Math.max(0, page), part: (top - sheet.offsetTop) / sheet.offsetHeight };
  }

  #return({ page, part }: { readonly page: number; readonly part: number }): void {
    const sheet = this.#sheets[Math.min(page, this.#sheets.length - 1)];
    if (sheet !== undefined) this.host.scrollTop = sheet.offsetTop + part * sheet.offsetHeight;
  }

  #widthNow(): number {
    return Math.max(200, this.host.clientWidth - 2 * MARGIN);
  }
}

function makeSheet(number: number, of: number, width: number, height: number): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  sheet.setAttribute("role", "group");
  sheet.setAttribute("aria-label", `Page ${number} of ${of}`);
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
  return sheet;
}
