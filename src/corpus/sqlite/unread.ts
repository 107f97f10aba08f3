/** Files and parts that gave no article of their own, and what was said of files, in the order of files. */

import type { Rows } from "../../host/sqlite/database.js";
import type { Unread } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { duplicate } from "../read-corpus.js";
import { inFileOrder, type Placed } from "./file-order.js";
import { FROM_ARTICLES } from "./heads.js";

/** Of one file first what gave no article, then what repeats another. */
export function listUnread(rows: Rows): Unread[] {
  const silent = rows<{ file: string; unread: string }>(
    "SELECT file, unread FROM file WHERE unread IS NOT NULL",
  ).map(({ file, unread }) => ({ file, part: -1, entries: JSON.parse(unread) as Unread[] }));
  const twins = rows<Placed & { name: string; reason: string; firstId: string }>(
    `SELECT file.file, article.part, article.name, article.reason, other.id AS firstId
      ${FROM_ARTICLES} JOIN article AS other ON other.key = article.first
      WHERE article.first IS NOT NULL`,
  ).map(({ file, part, name, reason, firstId }) => ({
    file,
    part,
    entries: [{ file: name, reason, of: firstId }],
  }));
  return inFileOrder([...silent, ...twins]).flatMap(({ entries }) => entries);
}

/** As many as `listUnread` lists. */
export function countUnread(rows: Rows): number {
  const [row] = rows<{ count: number }>(
    `SELECT (SELECT coalesce(sum(json_array_length(unread)), 0) FROM file WHERE unread IS NOT NULL)
      + (SELECT count(*) FROM article WHERE first IS NOT NULL) AS count`,
  );
  return row?.count ?? 0;
}

export function listDiagnostics(rows: Rows): Diagnostic[] {
  const said = rows<{ file: string; diagnostics: string }>(
    "SELECT file, diagnostics FROM file WHERE diagnostics IS NOT NULL",
  ).map(({ file, diagnostics }) => ({ file, part: 0, diagnostics }));
  const twins = listUnread(rows).filter(({ of }) => of !== undefined);
  return [
    ...inFileOrder(said).flatMap(({ diagnostics }) => JSON.parse(diagnostics) as Diagnostic[]),
    ...twins.map(duplicate),
  ];
}
