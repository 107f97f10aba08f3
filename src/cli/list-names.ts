/** From a flag to names of lists. */
import { UsageError } from "./usage.js";

/** @throws {UsageError} where nothing is named */
export function namesOfLists(list: string): readonly string[] {
  const names = list.split(",").map((name) => name.trim());
  if (names.every((name) => /^[a-z0-9][a-z0-9-]*$/.test(name))) return [...new Set(names)];
  throw new UsageError(`--list: “${list}” names no lists`, "write e.g. --list desk,partners");
}
