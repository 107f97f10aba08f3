/** Scores to standard scores: their distance from the mean in standard deviations. */

/** All 0 where no score differs from another. */
export function standardScores(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const spread = Math.sqrt(
    scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / Math.max(1, scores.length),
  );
  return scores.map((score) => (spread < Number.EPSILON ? 0 : (score - mean) / spread));
}
