/** Copies of one page in, the one that counts out. */
import type { Article } from "../model/article.js";

/**
 * Of copies that were fetched from its address at different times the last one is the page as it is
 * now; of that one and all others the longest counts, as the others may be what a feed tells of it.
 * Of equals the first counts.
 */
export function countingCopy<T>(copies: readonly T[], articleOf: (copy: T) => Article): T | null {
  const known = copies.map((copy) => ({ copy, article: articleOf(copy) }));
  const last = known
    .filter(({ article }) => article.fetched !== undefined)
    .reduce<Copy<T> | null>((best, one) => (isLater(one, best) ? one : best), null);
  const rest = known.filter((one) => one === last || one.article.fetched === undefined);
  const longest = rest.reduce<Copy<T> | null>(
    (best, one) =>
      best === null || textLength(one.article) > textLength(best.article) ? one : best,
    null,
  );
  return longest?.copy ?? null;
}

interface Copy<T> {
  readonly copy: T;
  readonly article: Article;
}

function isLater<T>({ article }: Copy<T>, other: Copy<T> | null): boolean {
  const { fetched } = article;
  if (fetched === undefined || other?.article.fetched === undefined) return other === null;
  return Date.parse(fetched) > Date.parse(other.article.fetched);
}

function textLength({ paragraphs }: Article): number {
  return paragraphs.reduce((length, paragraph) => length + paragraph.length, 0);
}
