/** Scores and labels per theme against true ones: mean average precision and macro-F1. */

/**
 * Average precision: the mean, over all relevant items, of the precision at the rank of each; one that
 * was not ranked counts 0. Items of one score stand in the worst order.
 * @param scored `{ score, isRelevant }` of the items that were ranked
 * @param relevant how many relevant items there are, ranked or not
 */
export function averagePrecision(scored, relevant) {
  const ranked = [...scored].sort(
    (a, b) => b.score - a.score || Number(a.isRelevant) - Number(b.isRelevant),
  );
  let found = 0;
  let sum = 0;
  for (const [index, { isRelevant }] of ranked.entries()) {
    if (!isRelevant) continue;
    found += 1;
    sum += found / (index + 1);
  }
  return relevant === 0 ? 0 : sum / relevant;
}

/** @param labels `{ given, wanted }` of every item, true or false each */
export function scoreLabels(labels) {
  const count = (test) => labels.filter(test).length;
  const right = count(({ given, wanted }) => given && wanted);
  const given = count((label) => label.given);
  const wanted = count((label) => label.wanted);
  return {
    precision: given === 0 ? 0 : right / given,
    recall: wanted === 0 ? 0 : right / wanted,
    f1: given + wanted === 0 ? 0 : (2 * right) / (given + wanted),
  };
}

/** The greatest F1 that any threshold reaches: what a better threshold could still win. */
export function bestF1(scored, relevant) {
  const ranked = [...scored].sort((a, b) => b.score - a.score);
  let right = 0;
  let best = 0;
  for (const [index, { isRelevant, score }] of ranked.entries()) {
    if (isRelevant) right += 1;
    if (ranked[index + 1]?.score === score) continue;
    best = Math.max(best, (2 * right) / (index + 1 + relevant));
  }
  return best;
}

export function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}
