/** Mishaps of files in, so many of each kind as a person can read out; the rest is counted. */
import type { Diagnostic } from "../model/diagnostic.js";

/** Of one kind of mishap so many are told one by one, where there are thousands. */
export const TOLD = 100;
export const MANY = 1000;

/** @param all in the order of files */
export function shortenTold(all: readonly Diagnostic[]): readonly Diagnostic[] {
  if (all.length < MANY) return all;
  const counts = new Map<string, number>();
  for (const { code } of all) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...firstOfEach(all), ...countRest(all, counts)];
}

/** The first hundred of each code. */
export function firstOfEach(all: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  return all.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= TOLD;
  });
}

/** One line for each code of which more were said. @param counts by code */
export function countRest(
  told: readonly Diagnostic[],
  counts: ReadonlyMap<string, number>,
): readonly Diagnostic[] {
  return [...counts].flatMap(([code, count]): Diagnostic[] => {
    const like = told.find((diagnostic) => diagnostic.code === code);
    if (count <= TOLD || like === undefined) return [];
    const { severity, hint } = like;
    const message = `the same of ${count - TOLD} more files (${code})`;
    return [hint === undefined ? { code, severity, message } : { code, severity, message, hint }];
  });
}
