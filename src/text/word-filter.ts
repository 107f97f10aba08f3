/**
 * A set of words to a small table of what they look like, by a few of their letters: most words
 * that are not in the set are told so without a search for them (after Bloom, 1970).
 */
export class WordFilter {
  readonly #looks = new Uint8Array(PLACES);
  readonly #words: ReadonlySet<string>;

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
    for (const word of words) this.#looks[lookOf(word)] = 1;
  }

  has(word: string): boolean {
    return this.#looks[lookOf(word)] === 1 && this.#words.has(word);
  }
}

const PLACES = 1 << 12;

function lookOf(word: string): number {
  const { length } = word;
  if (length === 0) return 0;
  const first = word.charCodeAt(0) << 7;
  const second = length > 1 ? word.charCodeAt(1) * 5 : 0;
  return (first ^ second ^ (word.charCodeAt(length - 1) << 2) ^ length) & (PLACES - 1);
}
