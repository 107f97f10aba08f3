/** The arguments of `brief search`, out of which a shell took the quotation marks, to one query. */

/** Several words in one argument are a phrase; where it has signs of the query's own, they say what it is. */
export function joinQuery(words: readonly string[]): string {
  return words.map(asPhrase).join(" ");
}

function asPhrase(word: string): string {
  const minus = word.startsWith("-") ? "-" : "";
  const star = word.endsWith("*") ? "*" : "";
  const body = word.slice(minus.length, word.length - star.length).trim();
  return /\s/.test(body) && !OWN_SIGNS.test(body) ? `${minus}"${body}"${star}` : word;
}

/** Quotation marks, beginnings, and words that must not stand there. */
const OWN_SIGNS = /["“”„«»*]|\s-\S/u;
