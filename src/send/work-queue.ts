/** Work that may not begin before its moment, to the piece whose turn it is: what is due in its order, then by its moment. */

export interface WorkQueue<T> {
  /** @param due moment by the clock of the queue's owner */
  add(one: T, due: number): void;
  /** Null where nothing is due. */
  take(now: number): T | null;
  /** The next moment at which something is due; null where nothing is left. */
  nextDue(): number | null;
  readonly size: number;
}

/** @param ready due at once, in this order */
export function workQueue<T>(ready: readonly T[]): WorkQueue<T> {
  let at = 0;
  /** By moment; few are put off at a time. */
  const later: { readonly one: T; readonly due: number }[] = [];
  return {
    add(one, due) {
      const place = later.findLastIndex((other) => other.due <= due) + 1;
      later.splice(place, 0, { one, due });
    },
    take(now) {
      if ((later[0]?.due ?? Number.POSITIVE_INFINITY) <= now) return later.shift()?.one ?? null;
      const one = ready[at];
      if (one === undefined) return null;
      at += 1;
      return one;
    },
    nextDue: () => (at < ready.length ? Number.NEGATIVE_INFINITY : (later[0]?.due ?? null)),
    get size() {
      return ready.length - at + later.length;
    },
  };
}
