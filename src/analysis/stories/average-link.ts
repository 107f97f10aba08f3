/**
 * Neighbours to clusters by average link, through chains of nearest neighbours (Murtagh, 1983),
 * which give the same clusters as joining the likest pair of all again and again.
 */
import { likenessOf, type Neighbours, type Report } from "./neighbours.js";

/**
 * @param least likeness that two clusters need on average to become one
 * @returns positions of the reports of each cluster, in rising order
 */
export function linkByAverage(
  reports: readonly Report[],
  neighbours: Neighbours,
  least: number,
): number[][] {
  const clusters = new Clusters(reports, neighbours);
  const chain: number[] = [];
  for (let start = 0; start < reports.length; start += 1) {
    if (!clusters.isOpen(start)) continue;
    chain.push(start);
    while (chain.length > 0) {
      const top = chain.at(-1) ?? 0;
      const next = clusters.likest(top, chain.at(-2));
      if (next === null || next.average < least) {
        clusters.close(top);
        chain.pop();
      } else if (next.cluster === chain.at(-2)) {
        chain.splice(-2);
        chain.push(clusters.join(next.cluster, top));
      } else chain.push(next.cluster);
    }
  }
  return clusters.members();
}

/** Clusters by the position of one of their members, with the summed likeness to others. */
class Clusters {
  readonly #reports: readonly Report[];
  readonly #members: number[][];
  readonly #sums: Map<number, number>[];
  readonly #closed = new Set<number>();

  constructor(reports: readonly Report[], neighbours: Neighbours) {
    this.#reports = reports;
    this.#members = reports.map((_, index) => [index]);
    this.#sums = neighbours.map((likenesses) => new Map(likenesses));
  }

  isOpen(cluster: number): boolean {
    return !this.#closed.has(cluster) && this.#membersOf(cluster).length > 0;
  }

  close(cluster: number): void {
    this.#closed.add(cluster);
  }

  members(): number[][] {
    return this.#members.filter((members) => members.length > 0);
  }

  /** The likest neighbour on average; of equals the preferred one, then the first. */
  likest(cluster: number, preferred?: number): { cluster: number; average: number } | null {
    let best: { cluster: number; average: number } | null = null;
    const size = this.#membersOf(cluster).length;
    for (const [other, sum] of this.#sumsOf(cluster)) {
      const average = sum / (size * this.#membersOf(other).length);
      const isBetter =
        best === null ||
        average > best.average ||
        (average === best.average &&
          best.cluster !== preferred &&
          (other === preferred || other < best.cluster));
      if (isBetter) best = { cluster: other, average };
    }
    return best;
  }

  /** @returns the cluster that is left of the two */
  join(first: number, second: number): number {
    const [kept, gone] = first < second ? [first, second] : [second, first];
    const [ours, theirs] = [this.#sumsOf(kept), this.#sumsOf(gone)];
    const joined = new Map<number, number>();
    for (const other of new Set([...ours.keys(), ...theirs.keys()])) {
      if (other === kept || other === gone) continue;
      const sum =
        (ours.get(other) ?? this.#sumBetween(kept, other)) +
        (theirs.get(other) ?? this.#sumBetween(gone, other));
      joined.set(other, sum);
      const back = this.#sumsOf(other);
      back.delete(gone);
      back.set(kept, sum);
    }
    this.#sums[kept] = joined;
    this.#sums[gone] = new Map();
    this.#members[kept] = [...this.#membersOf(kept), ...this.#membersOf(gone)].sort(rising);
    this.#members[gone] = [];
    return kept;
  }

  /** Of large clusters the first members stand for all. */
  #sumBetween(first: number, second: number): number {
    const [ours, theirs] = [this.#membersOf(first), this.#membersOf(second)];
    const [some, others] = [ours.slice(0, SAMPLE), theirs.slice(0, SAMPLE)];
    let sum = 0;
    for (const one of some) {
      const report = this.#reports[one];
      if (report === undefined) continue;
      for (const other of others) sum += likenessOf(report, this.#reports[other]);
    }
    return (sum * ours.length * theirs.length) / (some.length * others.length);
  }

  #membersOf(cluster: number): readonly number[] {
    return this.#members[cluster] ?? [];
  }

  #sumsOf(cluster: number): Map<number, number> {
    return this.#sums[cluster] ?? new Map();
  }
}

const SAMPLE = 16;

function rising(first: number, second: number): number {
  return first - second;
}
