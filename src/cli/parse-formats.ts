/** Names with commas between them to what they stand for, a fault with what to write instead. */
import { UsageError } from "./usage.js";

export function parseFormats<T extends string>(list: string, known: readonly T[]): ReadonlySet<T> {
  const names = list.split(",").map((name) => name.trim());
  const formats = new Set<T>();
  for (const name of names) {
    const format = known.find((candidate) => candidate === name);
    if (format === undefined) {
      throw new UsageError(`there is no format “${name}”`, `choose from ${known.join(", ")}`);
    }
    formats.add(format);
  }
  return formats;
}
