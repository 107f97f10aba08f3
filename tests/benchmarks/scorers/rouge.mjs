/**
 * A summary and a reference to ROUGE-N precision, recall and F1 (Lin, 2004): n-grams of lower-cased
 * runs of letters and digits, each counted as often as both have it. No stemming, no stop words, one
 * reference; nothing is cut off: who compares summaries gives them one length.
 */
export function scoreRouge(summary, reference, n) {
  const [given, asked] = [gramsOf(summary, n), gramsOf(reference, n)];
  let both = 0;
  for (const [gram, count] of given) both += Math.min(count, asked.get(gram) ?? 0);
  const precision = both / Math.max(1, sizeOf(given));
  const recall = both / Math.max(1, sizeOf(asked));
  const f1 = both === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

/** The words that ROUGE sees. */
export function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function gramsOf(text, n) {
  const words = wordsOf(text);
  const grams = new Map();
  for (let index = 0; index + n <= words.length; index += 1) {
    const gram = words.slice(index, index + n).join(" ");
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

function sizeOf(grams) {
  let size = 0;
  for (const count of grams.values()) size += count;
  return size;
}
