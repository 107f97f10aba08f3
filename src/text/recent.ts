/** Work in, its value out: done once for as long as what it is done from is among the latest. */

interface Entry<V> {
  readonly from: readonly unknown[];
  readonly value: V;
}

export class Recent<V> {
  #entries: Entry<V>[] = [];

  /** @param most values that are kept */
  constructor(private readonly most: number) {}

  /**
   * @param from all that the work looks at: objects that are the same ones, or equal texts and numbers
   * @param work may give a promise; one that fails is not kept
   */
  get(from: readonly unknown[], work: () => V): V {
    const found = this.#entries.find((entry) => isSame(entry.from, from));
    if (found !== undefined) {
      this.#latest(found);
      return found.value;
    }
    const made: Entry<V> = { from, value: work() };
    this.#latest(made);
    if (made.value instanceof Promise) made.value.catch(() => this.#drop(made));
    return made.value;
  }

  clear(): void {
    this.#entries = [];
  }

  #latest(entry: Entry<V>): void {
    this.#drop(entry);
    this.#entries.unshift(entry);
    this.#entries.length = Math.min(this.#entries.length, this.most);
  }

  #drop(entry: Entry<V>): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, at) => Object.is(part, b[at]));
}
