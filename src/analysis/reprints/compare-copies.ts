/** Two texts to how much of the shorter one the longer one holds. */
import { hashRuns, KIND_BITS, RUN, type Shingles } from "./shingles.js";
import { countInOrder } from "./words-in-order.js";

/**
 * A copy that an editor went over keeps its words in their order, one that was put together anew
 * keeps whole passages. Texts on one event share neither, though they share many short runs.
 *
 * @returns 0 where the runs alone say that there is no copy, else up to 1
 */
export function containmentOf(first: Shingles, second: Shingles): number {
  const [short, long] = byLength(first, second);
  const runs = partShared(short, long, RUN);
  if (runs === 1) return 1;
  if (runs < LEAST_RUNS) return 0;
  const inOrder = countInOrder(withoutKinds(short), withoutKinds(long));
  return Math.max(
    0,
    beyondChance(inOrder, short.length, ORDER_BY_CHANCE * short.length + WORDS_BY_CHANCE),
    beyondChance(wordsInPassages(short, long), short.length, WORDS_BY_CHANCE),
  );
}

function beyondChance(count: number, all: number, chance: number): number {
  return all <= chance ? 0 : (count - chance) / (all - chance);
}

/** The words of the shorter and of the longer text, as many as are compared. */
export function byLength(first: Shingles, second: Shingles): readonly [Uint32Array, Uint32Array] {
  const isShorter = first.words.length <= second.words.length;
  const [few, many] = isShorter ? [first, second] : [second, first];
  return [few.words.subarray(0, MOST_OF_FEW), many.words.subarray(0, MOST_OF_MANY)];
}

const MOST_OF_FEW = 2000;
const MOST_OF_MANY = 20_000;
/** Part of the runs below which the rest is not worth comparing. */
const LEAST_RUNS = 0.3;
/** Words that two short texts may share by chance. */
const WORDS_BY_CHANCE = 8;
/** Part of the words that two texts on one subject have in one order anyway. */
const ORDER_BY_CHANCE = 0.5;
/** Words of a passage that nobody writes twice. */
const PASSAGE = 12;

function partShared(short: Uint32Array, long: Uint32Array, length: number): number {
  const own = new Set(hashRuns(short, length));
  const all = own.size;
  for (const run of hashRuns(long, length)) own.delete(run);
  return all === 0 ? 0 : 1 - own.size / all;
}

function withoutKinds(words: Uint32Array): Uint32Array {
  return words.map((word) => word >>> KIND_BITS);
}

function wordsInPassages(short: Uint32Array, long: Uint32Array): number {
  if (short.length < PASSAGE) return 0;
  const passages = new Set(hashRuns(long, PASSAGE));
  let count = 0;
  let end = 0;
  for (const [at, hash] of hashRuns(short, PASSAGE).entries()) {
    if (!passages.has(hash)) continue;
    count += at + PASSAGE - Math.max(end, at);
    end = at + PASSAGE;
  }
  return count;
}
