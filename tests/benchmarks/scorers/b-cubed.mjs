/** Clusters against the true ones, by B-cubed precision and recall (Bagga & Baldwin, 1998). */

/**
 * Of each item: the part of its cluster that belongs with it, and the part of what belongs with it
 * that is in its cluster; both as means over all items.
 * @param {ReadonlyMap<string, string>} found cluster by item
 * @param {ReadonlyMap<string, string>} truth true cluster by item; items that it lacks do not count
 */
export function scoreBCubed(found, truth) {
  const items = [...truth.keys()].filter((item) => found.has(item));
  const both = countBy(items, (item) => `${found.get(item)}\n${truth.get(item)}`);
  const clusters = countBy(items, (item) => found.get(item));
  const classes = countBy(items, (item) => truth.get(item));
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const right = both.get(`${found.get(item)}\n${truth.get(item)}`);
    precision += right / clusters.get(found.get(item)) / items.length;
    recall += right / classes.get(truth.get(item)) / items.length;
  }
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function countBy(items, keyOf) {
  const counts = new Map();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
