/** Numbers of 32 bits to whole numbers from 1 on, by open addressing in packed arrays. */
export class PackedMap {
  #keys = new Uint32Array(1 << 12);
  /** 0 where the slot is free. */
  #values = new Int32Array(1 << 12);
  #size = 0;

  /** 0 where there is none. */
  get(key: number): number {
    return this.#values[this.#slotOf(key)] ?? 0;
  }

  set(key: number, value: number): void {
    const slot = this.#slotOf(key);
    if (this.#values[slot] === 0) {
      this.#keys[slot] = key;
      this.#size += 1;
    }
    this.#values[slot] = value;
    if (this.#size * 2 > this.#keys.length) this.#grow();
  }

  increment(key: number): void {
    this.set(key, this.get(key) + 1);
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 0) & mask;
    while (this.#values[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at += 1) {
      if (values[at] === 0) continue;
      const slot = this.#slotOf(keys[at] ?? 0);
      this.#keys[slot] = keys[at] ?? 0;
      this.#values[slot] = values[at] ?? 0;
    }
  }
}
