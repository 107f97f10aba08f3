/** A reader's name and number in, the page that is laid over each page of their copy out: a line in its foot, and nothing else. */
import { renderPdf } from "../render/index.js";

export interface CopyMark {
  /** Of the reader. */
  readonly name: string;
  /** Among all that got a copy. */
  readonly number: number;
}

/** Points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What stands in the margin of a page is no part of its content: readers of a screen pass it over. */
export async function stampPage(mark: CopyMark, { width, height }: PageSize): Promise<Uint8Array> {
  const line = cssString(lineOf(mark));
  const html = `<!doctype html><html lang="und"><head><title></title><style>
@page { size: ${width}pt ${height}pt; margin: 40pt 36pt 22pt;
  @bottom-center { content: ${line}; width: 100%; text-align: center; vertical-align: top; font: 400 6.5pt "IBM Plex Sans", "Noto Serif", Amiri; color: #595959 } }
</style></head><body></body></html>`;
  return (await renderPdf(html, { createdAt: new Date(0) })).bytes;
}

/** The number goes first: it stays legible where the name is long. */
export function lineOf({ name, number }: CopyMark): string {
  const plain = name.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, " ").trim();
  return plain === "" ? `№ ${number}` : `№ ${number} · ${[...plain].slice(0, LONGEST).join("")}`;
}

/** Letters of a name. */
const LONGEST = 90;

/** CSS Syntax 3, 4.3.5. */
function cssString(text: string): string {
  const escaped = text.replaceAll(
    /["\\<>&]|[^\P{Cc}]/gu,
    (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
