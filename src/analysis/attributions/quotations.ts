/** Text to its quotations: runs between quotation marks, with those that later paragraphs take up again. */

export interface Quotation {
  /** With the marks. */
  readonly start: number;
  readonly end: number;
  /** Taken up again by the quotation after it: a paragraph that opens anew before the first closed. */
  readonly continues: boolean;
}

/**
 * Finds quotations in double marks, guillemets, German low marks, typed pairs (two grave accents, two
 * apostrophes) and single curly marks. A mark that opens inside an
 * open quotation and stands before space closes it: texts have `dialogue “.` for `dialogue.”`.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  for (const match of text.matchAll(MARK)) {
    const at = match.index;
    const mark = match[0];
    if (mark.startsWith("\n")) {
      if (open < 0) continue;
      const next = text[at + mark.length] ?? "";
      if (text[open] !== "‘") {
        found.push({ start: open, end: at, continues: OPENING.test(next) });
      }
      open = -1;
    } else if (open < 0) {
      if (opens(text, at, mark)) open = at;
    } else if (isSingle(mark) === (text[open] === "‘") && closes(text, at, mark)) {
      found.push({ start: open, end: at + mark.length, continues: false });
      open = -1;
    } else if (mark === "“") {
      // The mark before was never closed, as where a quotation is taken up again.
      found.push({ start: open, end: at, continues: true });
      open = at;
    }
  }
  if (open >= 0 && text[open] !== "‘")
    found.push({ start: open, end: text.length, continues: false });
  return found;
}

const MARK = /["“”„«»‘’]|``|''|\n\s*\n\s*/g;
const isSingle = (mark: string): boolean => mark === "‘" || mark === "’";

const OPENING = /["“„«`]/;

function opens(text: string, at: number, mark: string): boolean {
  if (mark === "’" || mark === "''") return false;
  const stands = !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ");
  if (mark === "‘" || mark === "”") return stands && /\p{L}/u.test(text[at + 1] ?? " ");
  if (mark === '"' && /\s/.test(text[at + 1] ?? " ")) return false;
  if (mark === '"') return !/[\p{L}\p{N}.,!?…]/u.test(text[at - 1] ?? " ");
  return mark !== "»";
}

function closes(text: string, at: number, mark: string): boolean {
  if (mark === "”" || mark === "»" || mark === "''") return true;
  const next = text[at + 1] ?? " ";
  if (mark === "’") return !/[\p{L}\p{N}]/u.test(next);
  return (mark === '"' || mark === "“") && !/[\p{L}\p{N}]/u.test(next);
}
