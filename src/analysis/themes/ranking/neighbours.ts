/**
 * Articles to the articles most like them, and scores to the mean of their neighbours' scores: articles
 * that are alike are on the same themes (score regularisation: Diaz, 2005).
 */
import type { Bag, Bags } from "./bags.js";

export interface Neighbours {
  /** Indices of an article's neighbours and how like they are, row by row, `NEAREST` to a row. */
  readonly indices: Int32Array;
  readonly likeness: Float32Array;
}

/** Finds the neighbours of every article, never itself, by the cosine of their tf-idf vectors. */
export function findNeighbours(bags: Bags): Neighbours {
  const vectors = toVectors(bags);
  const sample = sampleOf(vectors.length);
  const postings = indexVectors(vectors, sample, bags.words.length);
  const indices = new Int32Array(vectors.length * NEAREST).fill(-1);
  const likeness = new Float32Array(vectors.length * NEAREST);
  const likenesses = new Float32Array(sample.length);
  for (const [index, vector] of vectors.entries()) {
    likenesses.fill(0);
    addProducts(vector, postings, likenesses);
    keepNearest(index, likenesses, sample, { indices, likeness });
  }
  return { indices, likeness };
}

/** The mean score of the neighbours, weighted by their likeness; 0 for an article without any. */
export function meanOfNeighbours(
  { indices, likeness }: Neighbours,
  scores: Float64Array,
): Float64Array {
  return scores.map((_, index) => {
    let sum = 0;
    let mass = 0;
    for (let at = index * NEAREST; at < (index + 1) * NEAREST; at += 1) {
      const neighbour = indices[at] ?? -1;
      if (neighbour < 0) break;
      sum += (likeness[at] ?? 0) * (scores[neighbour] ?? 0);
      mass += likeness[at] ?? 0;
    }
    return mass === 0 ? 0 : sum / mass;
  });
}

const NEAREST = 30;
/** Less alike articles share no more than what all articles share. */
const LEAST_LIKENESS = 0.05;
/** Neighbours are looked for among so many articles, which keeps the time linear. */
const SAMPLE = 2000;

/** Every nth article. */
function sampleOf(articles: number): Int32Array {
  const size = Math.min(articles, SAMPLE);
  return Int32Array.from({ length: size }, (_, nth) => Math.floor((nth * articles) / size));
}

interface Vector {
  readonly stems: Int32Array;
  readonly values: Float32Array;
}

function toVectors({ bags, frequencies }: Bags): Vector[] {
  const rarity = frequencies.map((texts) =>
    Math.log(1 + (bags.length - texts + 0.5) / (texts + 0.5)),
  );
  return bags.map(({ stems, weights }: Bag) => {
    const values = new Float32Array(stems.length);
    let squares = 0;
    for (let at = 0; at < stems.length; at += 1) {
      const uses = Math.expm1(weights[at] ?? 0);
      const value = (1 + Math.log(uses)) * (rarity[stems[at] ?? 0] ?? 0);
      values[at] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) / length;
    return { stems, values };
  });
}

/** For each stem the members of the sample that hold it, in one row after another. */
interface Postings {
  readonly starts: Int32Array;
  readonly members: Int32Array;
  readonly values: Float32Array;
}

function indexVectors(vectors: readonly Vector[], sample: Int32Array, stems: number): Postings {
  const starts = new Int32Array(stems + 1);
  for (const index of sample) {
    for (const stem of vectors[index]?.stems ?? []) starts[stem + 1] = (starts[stem + 1] ?? 0) + 1;
  }
  for (let stem = 0; stem < stems; stem += 1) {
    starts[stem + 1] = (starts[stem + 1] ?? 0) + (starts[stem] ?? 0);
  }
  const next = starts.slice();
  const members = new Int32Array(starts[stems] ?? 0);
  const values = new Float32Array(members.length);
  for (const [member, index] of sample.entries()) {
    const vector = vectors[index];
    for (const [at, stem] of vector?.stems.entries() ?? []) {
      const place = next[stem] ?? 0;
      members[place] = member;
      values[place] = vector?.values[at] ?? 0;
      next[stem] = place + 1;
    }
  }
  return { starts, members, values };
}

function addProducts(vector: Vector, postings: Postings, sums: Float32Array): void {
  const { starts, members, values } = postings;
  for (let at = 0; at < vector.stems.length; at += 1) {
    const stem = vector.stems[at] ?? 0;
    const value = vector.values[at] ?? 0;
    const end = starts[stem + 1] ?? 0;
    for (let place = starts[stem] ?? 0; place < end; place += 1) {
      const member = members[place] ?? 0;
      sums[member] = (sums[member] ?? 0) + value * (values[place] ?? 0);
    }
  }
}

/** Insertion into a short sorted row; of two as alike the one that comes first. */
function keepNearest(
  index: number,
  likenesses: Float32Array,
  sample: Int32Array,
  { indices, likeness }: Neighbours,
): void {
  const row = index * NEAREST;
  let kept = 0;
  let least = LEAST_LIKENESS;
  for (let member = 0; member < likenesses.length; member += 1) {
    const like = likenesses[member] ?? 0;
    if (like <= least || sample[member] === index) continue;
    let at = kept < NEAREST ? kept : NEAREST - 1;
    if (kept < NEAREST) kept += 1;
    while (at > 0 && (likeness[row + at - 1] ?? 0) < like) {
      likeness[row + at] = likeness[row + at - 1] ?? 0;
      indices[row + at] = indices[row + at - 1] ?? -1;
      at -= 1;
    }
    likeness[row + at] = like;
    indices[row + at] = sample[member] ?? -1;
    if (kept === NEAREST) least = likeness[row + NEAREST - 1] ?? 0;
  }
}
