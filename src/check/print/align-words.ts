/**
 * Two sequences of words in, the stretches where they part out. What agrees again for a few words on
 * end ends a stretch; the nearest such place is taken.
 */

/** Half-open ranges; one of them may be empty. */
export interface Stretch {
  readonly expected: readonly [number, number];
  readonly found: readonly [number, number];
}

/** Words that have to agree before two sequences are together again. */
const TOGETHER = 3;
/** A print that parts from its issue more often is another one. */
export const MOST_STRETCHES = 100;

/** Time is that of one pass over both for each stretch, of which there are not many. */
export function alignWords(expected: readonly string[], found: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  const places = gramsOf(expected);
  let [e, f] = [0, 0];
  while (stretches.length < MOST_STRETCHES) {
    while (e < expected.length && f < found.length && expected[e] === found[f]) {
      e += 1;
      f += 1;
    }
    if (e >= expected.length && f >= found.length) break;
    const [nextE, nextF] = nextTogether(places, found, e, f, expected.length);
    // Words before the place that agree too belong to what is together.
    let back = 0;
    while (
      nextE - back > e &&
      nextF - back > f &&
      expected[nextE - back - 1] === found[nextF - back - 1]
    ) {
      back += 1;
    }
    stretches.push({ expected: [e, nextE - back], found: [f, nextF - back] });
    [e, f] = [nextE, nextF];
  }
  return stretches;
}

/** Where each few words on end begin; behind the last stands the end, which agrees with the end. */
function gramsOf(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (let at = 0; at <= words.length; at += 1) {
    const gram = gramAt(words, at);
    const known = places.get(gram);
    if (known === undefined) places.set(gram, [at]);
    else known.push(at);
  }
  return places;
}

function gramAt(words: readonly string[], at: number): string {
  return Array.from({ length: TOGETHER }, (_, index) => words[at + index] ?? "\u0000").join(
    "\u0001",
  );
}

function nextTogether(
  places: ReadonlyMap<string, readonly number[]>,
  found: readonly string[],
  fromE: number,
  fromF: number,
  end: number,
): readonly [number, number] {
  let best: readonly [number, number] = [end, found.length];
  let cost = Number.POSITIVE_INFINITY;
  for (let f = fromF; f <= found.length && f - fromF < cost; f += 1) {
    const e = firstFrom(places.get(gramAt(found, f)) ?? [], fromE);
    if (e === undefined || e - fromE + (f - fromF) >= cost) continue;
    cost = e - fromE + (f - fromF);
    best = [e, f];
  }
  return best;
}

/** The first number that is not below another, of numbers in order. */
function firstFrom(numbers: readonly number[], least: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}
