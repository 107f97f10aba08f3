/** Numbers from 0 to sets that are joined two by two (Galler & Fischer, 1964); the least stands for all. */
export class UnionFind {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = new Int32Array(size).map((_, index) => index);
  }

  rootOf(item: number): number {
    let root = item;
    while (this.#parentOf(root) !== root) root = this.#parentOf(root);
    for (let at = item; at !== root; ) {
      const next = this.#parentOf(at);
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(first: number, second: number): void {
    const [a, b] = [this.rootOf(first), this.rootOf(second)];
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }

  #parentOf(item: number): number {
    return this.#parents[item] ?? item;
  }
}
