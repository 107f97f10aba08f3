/** Sentences to passages: a sentence, or the run of sentences that one quotation spans. */
import type { Span } from "../model/analysis.js";

/** A passage before it has themes, with the sentences it is made of. */
export interface SentenceRun extends Span {
  readonly sentences: readonly Span[];
}

/** A quotation over more sentences than this is cut into passages of this many. */
const LONGEST_RUN = 6;

/**
 * Joins the sentences that a quotation spans. A quotation that never closes joins nothing; one
 * goes on into the next paragraph only where that paragraph opens with a quotation mark of its own.
 * @param sentences of the whole text, in order
 */
export function findPassages(text: string, sentences: readonly Span[]): SentenceRun[] {
  const passages: SentenceRun[] = [];
  for (let first = 0; first < sentences.length; ) {
    const last = lastOfQuotation(text, sentences, first);
    for (let from = first; from <= last; from += LONGEST_RUN) {
      passages.push(joinRun(text, sentences.slice(from, Math.min(from + LONGEST_RUN, last + 1))));
    }
    first = last + 1;
  }
  return passages;
}

/** How far on the close of a quotation is looked for, in sentences. */
const FARTHEST_CLOSE = 24;

/** Index of the sentence in which the quotation that `first` leaves open closes, or `first`. */
function lastOfQuotation(text: string, sentences: readonly Span[], first: number): number {
  let open = openAfter(sentences[first]?.text ?? "", null);
  for (let at = first + 1; open !== null && at < sentences.length; at += 1) {
    const before = sentences[at - 1];
    const sentence = sentences[at];
    if (before === undefined || sentence === undefined || at - first > FARTHEST_CLOSE) break;
    const isNewParagraph = /\n\s*\n/.test(text.slice(before.end, sentence.start));
    if (isNewParagraph && !OPENS_PARAGRAPH.test(sentence.text)) break;
    open = openAfter(isNewParagraph ? sentence.text.slice(1) : sentence.text, open);
    if (open === null) return at;
  }
  return first;
}

const OPENS_PARAGRAPH = /^["“„«»]/u;

function joinRun(text: string, sentences: readonly Span[]): SentenceRun {
  const start = sentences[0]?.start ?? 0;
  const end = sentences.at(-1)?.end ?? start;
  return { start, end, text: text.slice(start, end), sentences };
}

/** The marks that close a quotation, by the mark that opened it. */
const CLOSES: Readonly<Record<string, string>> = {
  '"': '"',
  "“": '”“"',
  "”": "“”",
  "„": "“”",
  "«": "»",
};

/** The mark of the quotation still open behind a sentence, given the one open before it. */
function openAfter(sentence: string, openBefore: string | null): string | null {
  let open = openBefore;
  for (const match of sentence.matchAll(/["“”„«»]/gu)) {
    const mark = match[0];
    const opens = standsBeforeWord(sentence, match.index);
    if (open === null) open = opens && mark in CLOSES ? mark : null;
    else if (CLOSES[open]?.includes(mark) && !(opens && isOpening(mark))) open = null;
  }
  return open;
}

/** Whether a mark stands where quotations begin: behind space or a bracket, before a word. */
function standsBeforeWord(sentence: string, at: number): boolean {
  const before = sentence[at - 1] ?? " ";
  const after = sentence[at + 1] ?? " ";
  const isFrench = sentence[at] === "«";
  return /[\s\p{Zs}([{—–-]/u.test(before) && (isFrench || /[^\s\p{Zs}.,;:!?)\]]/u.test(after));
}

function isOpening(mark: string): boolean {
  return mark === "“" || mark === '"';
}
