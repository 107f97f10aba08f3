/** A rewrite is plain text of no more sentences than its passage, and about as long. */
import type { RewriteFault } from "../../../model/rewrite.js";
import { splitSentences } from "../../../text/sentences.js";

/** UTF-16 code units; longer passages are not rewritten. */
export const LONGEST_PASSAGE = 2000;

export function checkShape(rewrite: string, source: string, language: string): RewriteFault[] {
  const strange = STRANGE.exec(rewrite);
  if (strange !== null) return [shape(rewrite, strange.index, strange[0].length)];
  const isLong = rewrite.length > source.length * 1.5 + 80 || rewrite.length > LONGEST_PASSAGE;
  const sentences = splitSentences(rewrite, language);
  const isMore = sentences.length > splitSentences(source, language).length;
  if (rewrite.trim() === "" || isLong || isMore) return [shape(rewrite, 0, rewrite.length)];
  return [];
}

/** Control and invisible characters, markup, addresses, line breaks. */
const STRANGE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|<[a-z/!]|\]\(|```|\*\*|[_*#]{2}|https?:|\{\{|^\s*[-*#>]\s/iu;

function shape(text: string, start: number, length: number): RewriteFault {
  const end = start + Math.min(length, 80);
  return { rule: "shape", words: text.slice(start, end), place: { start, end } };
}
