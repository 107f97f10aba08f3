/** Two articles to their order: by day, undated ones last, then by file name and id. */
import { type Article, articleDay } from "../model/article.js";

export type Placed = Pick<Article, "id" | "file" | "published" | "inferred">;

export function byDay(first: Placed, second: Placed): number {
  const [a, b] = [articleDay(first) ?? "9999", articleDay(second) ?? "9999"];
  if (a !== b) return a < b ? -1 : 1;
  if (first.file !== second.file) return first.file < second.file ? -1 : 1;
  return first.id < second.id ? -1 : 1;
}
