/** How values are read in, one property out: whether it inherits, what it begins with, how its words are read. */
import {
  type Color,
  type LengthContext,
  parseColor,
  parseLength,
  parseNumber,
  parseSize,
  type Size,
} from "./values.js";

export interface Property<Value> {
  readonly inherited: boolean;
  readonly initial: Value;
  /** @returns undefined when the value is outside the subset. */
  readonly parse: (text: string, context: LengthContext) => Value | undefined;
  /** Those that it takes, where they are all that it takes. */
  readonly words?: readonly string[];
}

export function inherited<Value>(property: Property<Value>): Property<Value> {
  return { ...property, inherited: true };
}

export function keyword<const Word extends string>(
  initial: NoInfer<Word>,
  words: readonly Word[],
): Property<Word> {
  return {
    inherited: false,
    initial,
    words,
    parse: (text) => words.find((word) => word === text.toLowerCase()),
  };
}

export function read<Value>(initial: Value, parse: Property<Value>["parse"]): Property<Value> {
  return { inherited: false, initial, parse };
}

export function size(initial: Size): Property<Size> {
  return { inherited: false, initial, parse: parseSize };
}

export function number(initial: number): Property<number> {
  return { inherited: false, initial, parse: parseNumber };
}

export function color(initial: Color): Property<Color> {
  return { inherited: false, initial, parse: parseColor };
}

/** A length in pt, for which `normal` stands too. */
export function lengthOrNormal(normal: number): Property<number> {
  return read(normal, (text, context) => (text === "normal" ? normal : parseLength(text, context)));
}
