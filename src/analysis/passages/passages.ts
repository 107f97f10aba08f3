/** Sentences to passages: a sentence, the run that one quotation spans, or a short list with its introduction. */
import type { Span } from "../../model/analysis.js";
import { MarkReader, type QuotationMark } from "./quotation-marks.js";

/** A passage before it has themes, with the sentences it is made of. */
export interface SentenceRun extends Span {
  readonly sentences: readonly Span[];
}

/** A quotation over more sentences than this is cut into passages of this many. */
const LONGEST_RUN = 6;

/**
 * Joins the sentences that a quotation spans, and the entries of a short list to the sentence with
 * a colon that introduces them. A quotation that never closes joins nothing; one goes on into the
 * next paragraph only where that paragraph opens with a quotation mark of its own.
 * @param sentences of the whole text, in order
 */
export function findPassages(text: string, sentences: readonly Span[]): SentenceRun[] {
  const passages: SentenceRun[] = [];
  const marks = new MarkReader(sentences);
  for (let first = 0; first < sentences.length; ) {
    const quoted = lastOfQuotation(text, sentences, marks, first);
    const last = quoted > first ? quoted : lastOfList(text, sentences, first);
    for (let from = first; from <= last; ) {
      const to = endOfRun(text, sentences, from, last);
      passages.push(joinRun(text, sentences.slice(from, to + 1)));
      from = to + 1;
    }
    first = last + 1;
  }
  return passages;
}

/** Where a run is cut that is too long: at the end of a paragraph, if one ends in its second half. */
function endOfRun(text: string, sentences: readonly Span[], from: number, last: number): number {
  const most = from + LONGEST_RUN - 1;
  if (most >= last) return last;
  for (let to = most; to >= from + LONGEST_RUN / 2; to -= 1) {
    if (startsParagraph(text, sentences, to + 1)) return to;
  }
  return most;
}

function joinRun(text: string, sentences: readonly Span[]): SentenceRun {
  const start = sentences[0]?.start ?? 0;
  const end = sentences.at(-1)?.end ?? start;
  return { start, end, text: text.slice(start, end), sentences };
}

/** How far on the close of a quotation is looked for, in sentences. */
const FARTHEST_CLOSE = 24;

/** Index of the sentence in which the quotation that `first` leaves open closes, or `first`. */
function lastOfQuotation(
  text: string,
  sentences: readonly Span[],
  marks: MarkReader,
  first: number,
): number {
  let open = openAfter(marks.of(first), null);
  const farthest = Math.min(sentences.length - 1, first + FARTHEST_CLOSE);
  for (let at = first + 1; open !== null && at <= farthest; at += 1) {
    const isNew = startsParagraph(text, sentences, at);
    if (isNew && !OPENS_PARAGRAPH.test(sentences[at]?.text ?? "")) break;
    open = openAfter(isNew ? marks.of(at).slice(1) : marks.of(at), open);
    if (open === null) return at;
  }
  return first;
}

const OPENS_PARAGRAPH = /^["“„«»]/u;

function startsParagraph(text: string, sentences: readonly Span[], at: number): boolean {
  const start = sentences[at]?.start ?? text.length;
  const end = sentences[at - 1]?.end ?? 0;
  return start > end + 1 && /\n\s*\n/.test(text.slice(end, start));
}

/** The marks that close a quotation, by the mark that opened it. */
const CLOSES: Readonly<Record<string, string>> = {
  '"': '"',
  "“": '”“"',
  "”": "“”",
  "„": "“”",
  "«": "»",
  "»": "«",
};

/** The mark of the quotation still open behind a sentence, given the one open before it. */
function openAfter(marks: readonly QuotationMark[], openBefore: string | null): string | null {
  let open = openBefore;
  for (const { mark, opens } of marks) {
    if (open === null) open = opens ? mark : null;
    else if (CLOSES[open]?.includes(mark) && !(opens && isOpening(mark))) open = null;
  }
  return open;
}

function isOpening(mark: string): boolean {
  return mark === "“" || mark === '"';
}

/** Code units of an entry that is read in one go with those beside it. */
const LONGEST_ENTRY = 200;

/** Index of the last entry of the short list that `first` introduces with a colon, or `first`. */
function lastOfList(text: string, sentences: readonly Span[], first: number): number {
  if (!sentences[first]?.text.endsWith(":")) return first;
  let last = first;
  for (let at = first + 1; at < sentences.length; at += 1) {
    const sentence = sentences[at]?.text ?? "";
    const isEntry = ENTRY.test(sentence);
    const isOnNewLine = text.slice(sentences[at - 1]?.end, sentences[at]?.start).includes("\n");
    if (isOnNewLine && !isEntry) break;
    if (sentence.length > LONGEST_ENTRY || at - first >= LONGEST_RUN) return first;
    last = at;
  }
  return last - first > 1 ? last : first;
}

const ENTRY = /^(?:[•▪◦‣●■*–—-]|\p{N}{1,2}[.)]|\p{L}[.)])\s/u;
