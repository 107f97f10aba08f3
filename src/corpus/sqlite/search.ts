/** Words to the articles of the index that hold them, ranked by what they say of them or by how many terms they hold. */

import type { Rows } from "../../host/sqlite/database.js";
import type { Article } from "../../model/article.js";
import { ALL_KEYS, keysOf } from "../day-keys.js";
import { CANDIDATES, rankHits, type Window } from "../rank-hits.js";
import type { ArticleHead, DayRange, StoreHit, StoreSearch } from "../store.js";
import type { TextQuery } from "../text-query.js";
import { inFileOrder } from "./file-order.js";
import { type HeadRow, headOf, headsOf } from "./heads.js";
import { clauseExpression, matchExpression, termExpression } from "./match-expression.js";

const OF_OUTLETS = `AND (SELECT outlet_folded FROM article WHERE key = words.rowid)
  IN (SELECT value FROM json_each(?))`;

/** Keys are ordered by day: a range of days is looked at alone, and the newest come first. */
export function searchWords(
  rows: Rows,
  { query, among, days, outlets, limit }: StoreSearch,
  load: (head: ArticleHead) => Article,
): StoreHit[] {
  const range = days === undefined ? ALL_KEYS : keysOf(days);
  const most = Math.max(CANDIDATES, limit);
  const newest = (expression: string) =>
    rows<{ key: number }>(
      `SELECT rowid AS key FROM words
        WHERE words MATCH ? AND rowid BETWEEN ? AND ? ${outlets === undefined ? "" : OF_OUTLETS}
        ORDER BY rowid DESC LIMIT ?`,
      expression,
      ...range,
      ...(outlets === undefined ? [] : [JSON.stringify(outlets)]),
      most,
    );
  const asked = matchExpression(query, among);
  const titled = query.clauses.map((clause) => `title : ${clauseExpression(clause)}`).join(" AND ");
  const keys = [...newest(asked), ...newest(`(${asked}) AND (${titled})`)].map(({ key }) => key);
  const heads = inFileOrder([...headsOf(rows, [...new Set(keys)]).values()]).map(headOf);
  const candidates = heads.map((head) => ({ head, article: load(head) }));
  return rankHits(candidates, query.clauses, windowOf(rows, query, range), limit);
}

function windowOf(rows: Rows, { clauses }: TextQuery, range: readonly [number, number]): Window {
  const count = (sql: string, ...values: (string | number)[]) =>
    rows<{ count: number }>(sql, ...values)[0]?.count ?? 0;
  return {
    articles: count(
      "SELECT count(*) AS count FROM article WHERE key BETWEEN ? AND ? AND first IS NULL",
      ...range,
    ),
    holding: clauses.map((clause) =>
      count(
        "SELECT count(*) AS count FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?",
        clauseExpression(clause),
        ...range,
      ),
    ),
  };
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
