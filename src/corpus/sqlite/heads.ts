/** Articles of the index without their texts, by key. */

import type { Rows } from "../../host/sqlite/database.js";
import type { ArticleHead } from "../store.js";
import { inFileOrder, type Placed } from "./file-order.js";

/** A head with the place that orders it. */
export interface HeadRow extends Placed {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly day: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly language: string;
}

export const FROM_ARTICLES = "FROM article JOIN file ON file.id = article.file_id";
const SELECT_HEAD = `SELECT article.key, article.id, article.name, article.day, article.title,
  article.outlet, article.language, article.part, file.file ${FROM_ARTICLES}`;

export function headOf({ key, id, name, day, title, outlet, language }: HeadRow): ArticleHead {
  return { key, id, file: name, day, title, outlet, language };
}

/** Of a range of keys, ends included, in the order of files. */
export function headsBetween(rows: Rows, [from, to]: readonly [number, number]): ArticleHead[] {
  const found = rows<HeadRow>(
    `${SELECT_HEAD} WHERE article.key BETWEEN ? AND ? AND first IS NULL`,
    from,
    to,
  );
  return inFileOrder(found).map(headOf);
}

export function headsOf(rows: Rows, keys: readonly number[]): ReadonlyMap<number, HeadRow> {
  const found = rows<HeadRow>(
    `${SELECT_HEAD} WHERE article.key IN (SELECT value FROM json_each(?))`,
    JSON.stringify(keys),
  );
  return new Map(found.map((row) => [row.key, row]));
}

/** By id, otherwise by file. */
export function findHead(rows: Rows, name: string): ArticleHead | null {
  const [byId] = rows<HeadRow>(`${SELECT_HEAD} WHERE article.id = ? AND first IS NULL`, name);
  if (byId !== undefined) return headOf(byId);
  const [byFile] = rows<HeadRow>(
    `${SELECT_HEAD} WHERE article.name = ? AND first IS NULL
      AND file.file IN (SELECT value FROM json_each(?))`,
    name,
    JSON.stringify(holdersOf(name)),
  );
  return byFile === undefined ? null : headOf(byFile);
}

/** The files that an article of this name may stand in: `a.zip`, `a.zip/b.html`, `a.zip/b.html#2`. */
function holdersOf(name: string): string[] {
  const ends = Array.from(name.matchAll(/[/#]/g), ({ index }) => index);
  return [...ends.map((end) => name.slice(0, end)), name];
}
