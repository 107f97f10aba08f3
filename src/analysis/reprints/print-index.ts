/** Prints to the texts that hold them: an inverted index whose lists have an end, packed. */
import { PackedMap } from "../packed-map.js";

/** A print of more texts than this is a stock phrase and finds nothing. */
const LONGEST = 16;

export class PrintIndex {
  /** Last posting of each print, counted from 1. */
  readonly #last = new PackedMap();
  #holders = new Int32Array(1 << 12);
  #previous = new Int32Array(1 << 12);
  /** Postings of the same print up to this one. */
  #lengths = new Uint8Array(1 << 12);
  #size = 0;
  /** Prints that each text shares with the one that is looked for. */
  readonly #shared: Uint16Array;

  /** @param texts how many there will be */
  constructor(texts: number) {
    this.#shared = new Uint16Array(texts);
  }

  /**
   * @param part of the smaller number of prints that must be shared
   * @param sizeOf number of prints of a text
   * @returns texts that share so many, those with most first, of equals the earliest
   */
  closest(prints: Uint32Array, part: number, sizeOf: (text: number) => number): number[] {
    const found: number[] = [];
    for (const print of prints) this.#count(print, found);
    const shared = this.#shared;
    const close = found
      .filter((text) => (shared[text] ?? 0) >= part * Math.min(prints.length, sizeOf(text)))
      .map((text) => ({ text, shared: shared[text] ?? 0 }))
      .sort((a, b) => b.shared - a.shared || a.text - b.text);
    for (const text of found) shared[text] = 0;
    return close.map(({ text }) => text);
  }

  add(prints: Uint32Array, text: number): void {
    for (const print of prints) {
      const last = this.#last.get(print);
      const length = last === 0 ? 0 : (this.#lengths[last - 1] ?? 0);
      if (length > LONGEST || (last !== 0 && this.#holders[last - 1] === text)) continue;
      if (this.#size === this.#holders.length) this.#grow();
      this.#holders[this.#size] = text;
      this.#previous[this.#size] = last;
      this.#lengths[this.#size] = length + 1;
      this.#size += 1;
      this.#last.set(print, this.#size);
    }
  }

  #count(print: number, found: number[]): void {
    let posting = this.#last.get(print);
    if (posting === 0 || (this.#lengths[posting - 1] ?? 0) > LONGEST) return;
    while (posting !== 0) {
      const text = this.#holders[posting - 1] ?? 0;
      const shared = this.#shared[text] ?? 0;
      if (shared === 0) found.push(text);
      if (shared < MOST_COUNTED) this.#shared[text] = shared + 1;
      posting = this.#previous[posting - 1] ?? 0;
    }
  }

  #grow(): void {
    this.#holders = doubled(this.#holders, new Int32Array(this.#size * 2));
    this.#previous = doubled(this.#previous, new Int32Array(this.#size * 2));
    this.#lengths = doubled(this.#lengths, new Uint8Array(this.#size * 2));
  }
}

const MOST_COUNTED = 0xffff;

function doubled<T extends Int32Array | Uint8Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
