/** Words of a cleaned text to the same words as the raw text has them. */

const MAX_QUOTE = 200;
const CONTEXT = 80;

/**
 * A quotation of the raw text around a date expression: the sentence where it is short and stands
 * there unchanged, else the words near the expression, else the expression alone.
 */
export function evidenceQuote(raw: string, sentence: string, expression: string): string | null {
  const candidates = [
    ...(sentence.length <= MAX_QUOTE ? [sentence] : []),
    nearWords(sentence, expression),
    expression,
  ];
  for (const candidate of candidates) {
    const found = findInRaw(raw, candidate);
    if (found !== null) return found;
  }
  return null;
}

function nearWords(sentence: string, expression: string): string {
  const at = sentence.indexOf(expression);
  if (at === -1) return expression;
  const from = at <= CONTEXT ? 0 : sentence.indexOf(" ", at - CONTEXT) + 1;
  const limit = at + expression.length + CONTEXT;
  const to = limit >= sentence.length ? sentence.length : sentence.lastIndexOf(" ", limit);
  return sentence.slice(Math.min(from, at), Math.max(to, at + expression.length));
}

/** Hard wraps were made single spaces: any white space of the raw text stands for a space. */
function findInRaw(raw: string, words: string): string | null {
  if (raw.includes(words)) return words;
  const pattern = words
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("\\s+");
  return new RegExp(pattern, "u").exec(raw)?.[0] ?? null;
}
