/** Words to the articles of the index that hold them, ranked by BM25 or by how many terms they hold. */

import type { Rows } from "../../host/sqlite/database.js";
import type { ArticleHead, DayRange, StoreHit, StoreSearch } from "../store.js";
import { inFileOrder } from "./file-order.js";
import { type HeadRow, headOf, headsOf } from "./heads.js";
import { ALL_KEYS, keysOf } from "./keys.js";
import { matchExpression, termExpression } from "./match-expression.js";

/** How much more a word counts in the title than in the text. */
const TITLE_WEIGHT = "4.0";
const OF_OUTLETS = `AND (SELECT outlet_folded FROM article WHERE key = words.rowid)
  IN (SELECT value FROM json_each(?))`;

/** Keys are ordered by day: a range of days is looked at alone, and of equals the newest comes first. */
export function searchWords(
  rows: Rows,
  { query, among, days, outlets, limit }: StoreSearch,
): StoreHit[] {
  const [from, to] = days === undefined ? ALL_KEYS : keysOf(days);
  const found = rows<{ key: number; rank: number }>(
    `SELECT words.rowid AS key, bm25(words, ${TITLE_WEIGHT}, 1.0) AS rank FROM words
      WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ${outlets === undefined ? "" : OF_OUTLETS}
      ORDER BY rank, words.rowid DESC LIMIT ?`,
    matchExpression(query, among),
    from,
    to,
    ...(outlets === undefined ? [] : [JSON.stringify(outlets)]),
    limit,
  );
  const heads = headsOf(
    rows,
    found.map(({ key }) => key),
  );
  return found.flatMap(({ key, rank }): StoreHit[] => {
    const row = heads.get(key);
    return row === undefined ? [] : [{ article: headOf(row), score: -rank }];
  });
}

/**
 * Counting terms asks nothing of the other articles, as BM25 does: what is added to a corpus later
 * changes nothing for an earlier period.
 */
export function findRichest(
  rows: Rows,
  terms: readonly string[],
  days: DayRange,
  limit: number,
): ArticleHead[] {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const expression = termExpression(term);
    if (expression === null) continue;
    const found = rows<{ key: number }>(
      "SELECT rowid AS key FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?",
      expression,
      ...keysOf(days),
    );
    for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ranked = [...counts.values()].sort((a, b) => b - a);
  const least = ranked[limit - 1] ?? 1;
  const keys = [...counts].flatMap(([key, count]) => (count >= least ? [key] : []));
  return rank([...headsOf(rows, keys).values()], counts)
    .slice(0, limit)
    .map(headOf);
}

/** Most terms first, then the newest day, then the order of files: the same in every index. */
function rank(rows: readonly HeadRow[], counts: ReadonlyMap<number, number>): HeadRow[] {
  return inFileOrder(rows).sort(
    (a, b) => (counts.get(b.key) ?? 0) - (counts.get(a.key) ?? 0) || newerFirst(a, b),
  );
}

function newerFirst({ day: a }: HeadRow, { day: b }: HeadRow): number {
  if (a === b) return 0;
  return (a ?? "") < (b ?? "") ? 1 : -1;
}
