/** A text and the true one to precision and recall of four words in a row, each counted as often as both have it. */

const SHINGLE = 4;

/** Multisets of four words in a row, as the article extraction benchmark compares them. */
export function compareShingles(text, truth) {
  const [found, true_] = [shinglesOf(text), shinglesOf(truth)];
  let both = 0;
  for (const [shingle, count] of found) both += Math.min(count, true_.get(shingle) ?? 0);
  const [all, asked] = [sizeOf(found), sizeOf(true_)];
  return {
    precision: all === 0 ? 0 : both / all,
    recall: asked === 0 ? 0 : both / asked,
  };
}

function shinglesOf(text) {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const shingles = new Map();
  for (let index = 0; index + SHINGLE <= Math.max(words.length, SHINGLE); index += 1) {
    const shingle = words.slice(index, index + SHINGLE).join(" ");
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function sizeOf(shingles) {
  return [...shingles.values()].reduce((sum, count) => sum + count, 0);
}
