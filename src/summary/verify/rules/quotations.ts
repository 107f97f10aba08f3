/** Rule 5: what a rewrite puts in quotation marks is quoted to the letter, and what was quoted stays so. */
import type { RewriteFault } from "../../../model/rewrite.js";
import { type Comparison, faultAt } from "../comparison.js";

export function checkQuotations({ source, rewrite }: Comparison): RewriteFault[] {
  const edited = rewrite.quotations
    .filter(({ words }) => !source.quotations.some((quoted) => holds(quoted.words, words)))
    .map(({ start, end }): RewriteFault => {
      return { rule: "quotation", words: rewrite.text.slice(start, end), place: { start, end } };
    });
  const loose = rewrite.tokens.flatMap((token, at) => {
    const from = source.tokens[rewrite.pair[at] ?? -1];
    const isMoved = from !== undefined && from.quotation >= 0 !== token.quotation >= 0;
    return isMoved ? [faultAt("quotation", token, rewrite)] : [];
  });
  return [...edited, ...loose];
}

/** All of it, or a part that ends where its clauses do. */
function holds(quoted: string, words: string): boolean {
  if (quoted === words) return true;
  const at = quoted.indexOf(words);
  if (words === "" || at < 0) return false;
  const startsClause = at === 0 || /[.!?;,]\s$/.test(quoted.slice(0, at));
  const end = at + words.length;
  return startsClause && (end === quoted.length || /^[.!?;,]/.test(quoted.slice(end)));
}
