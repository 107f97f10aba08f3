/** Path data in, a rectangle that holds all of it out: of its points and of those that bend it. */
import { svgNumbers } from "./svg-values.js";

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function pathBounds(path: string): Bounds | undefined {
  const pen = new Pen();
  for (const [, letter = "", list = ""] of path.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    pen.draw(letter, svgNumbers(list));
  }
  return pen.bounds();
}

/** How many numbers each command takes, and which of them are points. */
const SHAPES: Readonly<Record<string, { readonly count: number; readonly points: number }>> = {
  m: { count: 2, points: 1 },
  l: { count: 2, points: 1 },
  t: { count: 2, points: 1 },
  q: { count: 4, points: 2 },
  s: { count: 4, points: 2 },
  c: { count: 6, points: 3 },
};

class Pen {
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;

  draw(letter: string, numbers: readonly number[]): void {
    const name = letter.toLowerCase();
    const isRelative = letter === name;
    const shape = SHAPES[name];
    if (shape) this.#drawPoints(name, numbers, shape, isRelative);
    else if (name === "h" || name === "v") this.#drawStraight(name, numbers, isRelative);
    else if (name === "a") this.#drawArcs(numbers, isRelative);
    else if (name === "z") this.#moveTo(this.#startX, this.#startY);
  }

  bounds(): Bounds | undefined {
    if (this.#left > this.#right) return undefined;
    return { left: this.#left, top: this.#top, right: this.#right, bottom: this.#bottom };
  }

  #drawPoints(
    name: string,
    numbers: readonly number[],
    { count, points }: { count: number; points: number },
    isRelative: boolean,
  ): void {
    for (let at = 0; at + count <= numbers.length; at += count) {
      const [fromX, fromY] = isRelative ? [this.#x, this.#y] : [0, 0];
      for (let point = 0; point < points; point++) {
        const x = fromX + (numbers[at + 2 * point] ?? 0);
        this.#moveTo(x, fromY + (numbers[at + 2 * point + 1] ?? 0));
      }
      if (name === "m" && at === 0) [this.#startX, this.#startY] = [this.#x, this.#y];
    }
  }

  #drawStraight(name: "h" | "v", numbers: readonly number[], isRelative: boolean): void {
    for (const number of numbers) {
      if (name === "h") this.#moveTo(number + (isRelative ? this.#x : 0), this.#y);
      else this.#moveTo(this.#x, number + (isRelative ? this.#y : 0));
    }
  }

  /** An arc stays within its radii, twice, of its ends. */
  #drawArcs(numbers: readonly number[], isRelative: boolean): void {
    for (let at = 0; at + 7 <= numbers.length; at += 7) {
      const reach = Math.max(Math.abs(numbers[at] ?? 0), Math.abs(numbers[at + 1] ?? 0));
      const x = (numbers[at + 5] ?? 0) + (isRelative ? this.#x : 0);
      const y = (numbers[at + 6] ?? 0) + (isRelative ? this.#y : 0);
      const bend = Math.min(2 * reach, Math.hypot(x - this.#x, y - this.#y) + reach);
      this.#grow(this.#x - bend, this.#y - bend);
      this.#grow(this.#x + bend, this.#y + bend);
      this.#moveTo(x, y);
    }
  }

  #moveTo(x: number, y: number): void {
    [this.#x, this.#y] = [x, y];
    this.#grow(x, y);
  }

  #grow(x: number, y: number): void {
    this.#left = Math.min(this.#left, x);
    this.#right = Math.max(this.#right, x);
    this.#top = Math.min(this.#top, y);
    this.#bottom = Math.max(this.#bottom, y);
  }
}
