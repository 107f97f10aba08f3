/** Words to the articles of the archive that hold them: candidates from the engine, their order from `rankHits`. */
import { ALL_KEYS, keysOf } from "../day-keys.js";
import { CANDIDATES, rankHits, type Window } from "../rank-hits.js";
import type { StoreHit, StoreSearch } from "../store.js";
import type { Archive } from "./archive.js";
import { bodyOf, headOf } from "./documents.js";
import { all, COUNTS, clauseQuery, keysBetween, type Query, searchQuery } from "./queries.js";

const NEWEST_FIRST = [{ key: "desc" }, { order: "asc" }, { part: "asc" }] as const;

export async function searchArchive(archive: Archive, search: StoreSearch): Promise<StoreHit[]> {
  const { query, limit } = search;
  const most = Math.max(CANDIDATES, limit);
  const [newest, titled, window] = await Promise.all([
    candidates(archive, search, false, most),
    candidates(archive, search, true, most),
    windowOf(archive, search),
  ]);
  const found = new Map([...newest, ...titled].map((one) => [one.doc, one]));
  const inOrder = [...found.values()].sort((a, b) =>
    a.file === b.file ? a.part - b.part : a.file < b.file ? -1 : 1,
  );
  return rankHits(inOrder, query.clauses, window, limit);
}

async function candidates(archive: Archive, search: StoreSearch, inTitle: boolean, most: number) {
  const found = [];
  const asked = {
    query: searchQuery(search, inTitle),
    sort: NEWEST_FIRST,
    fields: ["head", "body"],
  };
  for await (const page of archive.pages("articles", asked, most)) {
    found.push(
      ...page.map(({ id, source }) => ({ ...headOf(id, source), article: bodyOf(source) })),
    );
  }
  return found;
}

async function windowOf(archive: Archive, { query, days }: StoreSearch): Promise<Window> {
  const range = keysBetween(days === undefined ? ALL_KEYS : keysOf(days));
  const count = (...more: Query[]) => archive.count("articles", all(COUNTS, range, ...more));
  const [articles, holding] = await Promise.all([
    count(),
    Promise.all(query.clauses.map((clause) => count(clauseQuery(clause)))),
  ]);
  return { articles, holding };
}
