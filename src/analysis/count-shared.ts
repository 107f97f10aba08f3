/** Two sets to how many of their members are in both. */
export function countShared(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let count = 0;
  for (const item of first) if (second.has(item)) count += 1;
  return count;
}
