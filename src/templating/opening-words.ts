/** A text in, its first words, enough to know it by, out. */

/** Characters that bring a statement back to mind. */
const LENGTH = 60;

/** Cut between words; the rest is marked as left out, and a quotation that stays open is closed. */
export function openingWords(text: string): string {
  const chars = Array.from(text);
  if (chars.length <= LENGTH) return text;
  const end = chars.slice(0, LENGTH + 1).lastIndexOf(" ");
  const words = chars.slice(0, end > 0 ? end : LENGTH).join("");
  const kept = words.replace(/\s*(\[…\])?\s*$/, "");
  return `${kept} […]${closingMarks(kept)}`;
}

/** By the mark that opens a quotation, those that close it; the first where it stays open. */
const CLOSING: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['"', ['"']],
  ["“", ["”"]],
  ["„", ["“", "”"]],
  ["«", ["»"]],
  ["‘", ["’"]],
]);

/** A quotation that a text opens and does not close. */
export interface OpenQuotation {
  readonly mark: string;
  readonly closes: readonly [string, ...string[]];
}

/** The quotations that a text leaves open, outermost first. */
export function openQuotations(text: string): readonly OpenQuotation[] {
  const open: OpenQuotation[] = [];
  // Between letters ’ is an apostrophe.
  for (const [mark] of text.matchAll(/["“”„«»‘]|’(?!\p{L})/gu)) {
    if (open.at(-1)?.closes.includes(mark)) open.pop();
    else {
      const closes = CLOSING.get(mark);
      if (closes !== undefined) open.push({ mark, closes });
    }
  }
  return open;
}

/** The marks that close the quotations which a text leaves open, innermost first. */
function closingMarks(text: string): string {
  return openQuotations(text)
    .toReversed()
    .map(({ closes: [mark] }) => mark)
    .join("");
}
