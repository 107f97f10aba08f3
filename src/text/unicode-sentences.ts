/** Text to sentences by Unicode's default rules (UAX #29), for languages without tables of ours. */
import type { Span } from "../model/analysis.js";
import { pushSpans } from "./sentence-spans.js";

/** @param language BCP 47 tag, of which the rules take the script's peculiarities */
export function splitByUnicode(text: string, language: string): Span[] {
  const sentences: Span[] = [];
  const segmenter = segmenterOf(language);
  const lines = unwrap(text);
  for (let from = 0; from < text.length; ) {
    const piece = lines.slice(from, from + LONGEST_PIECE);
    const isLast = from + piece.length === text.length;
    let last = 0;
    for (const { index, segment } of segmenter.segment(piece)) {
      last = index;
      const end = index + segment.length;
      // What the piece cuts short is read again with what follows it.
      if (isLast || end < piece.length) pushSpans(sentences, text, from + index, from + end);
    }
    if (!isLast && last === 0) pushSpans(sentences, text, from, from + piece.length);
    from += isLast || last === 0 ? piece.length : last;
  }
  return sentences;
}

/** Code units that the segmenter gets at once: its own time grows faster than the text. */
const LONGEST_PIECE = 16_384;

/** UAX #29 parts at every line break; here a paragraph goes on until a blank line. */
function unwrap(text: string): string {
  return text.replace(/\n[^\S\n]*\n\s*|[\n\r\u2028\u2029\u0085]/g, (gap) =>
    gap.length > 1 ? gap : " ",
  );
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(tagOf(language), { granularity: "sentence" });
  if (segmenters.size < MOST_SEGMENTERS) segmenters.set(language, made);
  return made;
}

/** Languages of a corpus are few; tags from outside may be many. */
const MOST_SEGMENTERS = 50;

function tagOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "und";
  } catch {
    return "und";
  }
}
