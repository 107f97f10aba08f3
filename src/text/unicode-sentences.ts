/** Text to sentences by Unicode's default rules (UAX #29), for languages without tables of ours. */
import type { Span } from "../model/analysis.js";
import { pushSpans } from "./sentence-spans.js";

/** @param paragraphs ranges of `text`, in order */
export function splitByUnicode(
  text: string,
  language: string,
  paragraphs: Iterable<{ readonly start: number; readonly end: number }>,
): Span[] {
  const sentences: Span[] = [];
  const segmenter = new Intl.Segmenter(tagOf(language), { granularity: "sentence" });
  for (const { start, end } of paragraphs) {
    for (let from = start; from < end; from += LONGEST_PIECE) {
      const to = Math.min(end, from + LONGEST_PIECE);
      for (const { index, segment } of segmenter.segment(unwrap(text.slice(from, to)))) {
        pushSpans(sentences, text, from + index, from + index + segment.length);
      }
    }
  }
  return sentences;
}

/** Code units that the segmenter gets at once: its own time grows faster than the text. */
const LONGEST_PIECE = 16_384;

/** UAX #29 parts at every line break; a line of ours goes on, so that breaks become spaces. */
function unwrap(text: string): string {
  return text.replace(/[\n\r\u2028\u2029\u0085]/g, " ");
}

function tagOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "und";
  } catch {
    return "und";
  }
}
