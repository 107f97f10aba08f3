/** Whole numbers of up to 53 bits to consecutive numbers from 0 on, each with how often it was asked for. */
export class PackedNumbers {
  #keys = new Float64Array(1 << 12);
  /** Counted from 1; 0 where the slot is free. */
  #numbers = new Int32Array(1 << 12);
  #counts = new Int32Array(1 << 11);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** How often each was asked for. */
  get counts(): Int32Array {
    return this.#counts.subarray(0, this.#size);
  }

  /** Counts the key once more. @returns its number */
  count(key: number): number {
    const slot = this.#slotOf(key);
    let number = (this.#numbers[slot] ?? 0) - 1;
    if (number < 0) {
      number = this.#size;
      this.#keys[slot] = key;
      this.#size += 1;
      this.#numbers[slot] = this.#size;
      if (this.#size * 2 >= this.#keys.length) this.#grow();
    }
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    return number;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.#numbers[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, numbers, counts] = [this.#keys, this.#numbers, this.#counts];
    this.#keys = new Float64Array(keys.length * 2);
    this.#numbers = new Int32Array(keys.length * 2);
    this.#counts = new Int32Array(keys.length);
    this.#counts.set(counts);
    for (let at = 0; at < keys.length; at += 1) {
      if (numbers[at] === 0) continue;
      const slot = this.#slotOf(keys[at] ?? 0);
      this.#keys[slot] = keys[at] ?? 0;
      this.#numbers[slot] = numbers[at] ?? 0;
    }
  }
}
