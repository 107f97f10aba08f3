/** Sentences to the quotation marks in each, read once however often they are asked for. */
import type { Span } from "../../model/analysis.js";

export interface QuotationMark {
  readonly mark: string;
  /** Whether it stands where quotations begin. */
  readonly opens: boolean;
}

export class MarkReader {
  readonly #sentences: readonly Span[];
  readonly #read: (readonly QuotationMark[] | undefined)[];

  constructor(sentences: readonly Span[]) {
    this.#sentences = sentences;
    this.#read = new Array(sentences.length);
  }

  /** Marks of the sentence at an index, in order. */
  of(index: number): readonly QuotationMark[] {
    const known = this.#read[index];
    if (known !== undefined) return known;
    const marks = readMarks(this.#sentences[index]?.text ?? "");
    this.#read[index] = marks;
    return marks;
  }
}

function readMarks(sentence: string): readonly QuotationMark[] {
  if (!MARK.test(sentence)) return NONE;
  const marks: QuotationMark[] = [];
  for (const { 0: mark, index } of sentence.matchAll(MARKS)) {
    if (marks.length === MOST_MARKS) return NONE;
    marks.push({ mark, opens: standsBeforeWord(sentence, index) });
  }
  return marks;
}

/** A sentence with more of them is no prose. */
const MOST_MARKS = 100;

const MARK = /["“”„«»]/;
const MARKS = new RegExp(MARK, "g");
const NONE: readonly QuotationMark[] = [];

/** Behind space or a bracket, before a word. */
function standsBeforeWord(sentence: string, at: number): boolean {
  const before = sentence[at - 1] ?? " ";
  const after = sentence[at + 1] ?? " ";
  const isFrench = sentence[at] === "«";
  return /[\s\p{Zs}([{—–-]/u.test(before) && (isFrench || /[^\s\p{Zs}.,;:!?)\]]/u.test(after));
}
