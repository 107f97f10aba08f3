/**
 * Articles to their origins: a reprint has that of the earliest copy, and what one publisher wrote
 * itself is one origin, as far as the register of outlets says so.
 */
import type { ReprintGroup } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { Lexicon, Outlet } from "../../model/lexicon.js";
import { findOutlet } from "../../text/find-outlet.js";
import { fold } from "../../text/fold.js";
import { byDay, type Placed } from "../by-day.js";
import { UnionFind } from "../union-find.js";

/**
 * A copy that two outlets carry makes them no one publisher: what else they write stays apart.
 * @returns from an article's id to that of the first article of its origin
 */
export function findOrigins(
  articles: readonly (Placed & Pick<Article, "outlet">)[],
  groups: readonly Pick<ReprintGroup, "members">[],
  lexicon: Pick<Lexicon, "outlets">,
): (article: string) => string {
  const ordered = [...articles].sort(byDay);
  const earliest = earliestCopies(ordered, groups);
  const publisherOf = readPublishers(lexicon);
  const firsts = new Map<string, string>();
  const origins = new Map<string, string>();
  for (const [index, { id }] of ordered.entries()) {
    const copied = ordered[earliest(index)];
    if (copied === undefined) continue;
    const source = copied.outlet === null ? `@${copied.id}` : publisherOf(copied.outlet);
    const first = firsts.get(source) ?? id;
    firsts.set(source, first);
    origins.set(id, first);
  }
  return (article) => origins.get(article) ?? article;
}

/** @returns from the place of an article to that of the earliest with its copy */
function earliestCopies(
  ordered: readonly Pick<Article, "id">[],
  groups: readonly Pick<ReprintGroup, "members">[],
): (index: number) => number {
  const places = new Map(ordered.map(({ id }, index) => [id, index]));
  const copies = new UnionFind(ordered.length);
  for (const { members } of groups) {
    const [first, ...others] = members.flatMap((member) => places.get(member) ?? []);
    for (const other of others) if (first !== undefined) copies.join(first, other);
  }
  const earliest = new Map<number, number>();
  for (const index of ordered.keys()) {
    const root = copies.rootOf(index);
    if (!earliest.has(root)) earliest.set(root, index);
  }
  return (index) => earliest.get(copies.rootOf(index)) ?? index;
}

/** Names of outlets to a name of their publisher: outlets that republish, or that one body owns. */
function readPublishers(lexicon: Pick<Lexicon, "outlets">): (outlet: string) => string {
  const { outlets } = lexicon.outlets;
  const publishers = new UnionFind(outlets.length);
  const join = (key: string | null, index: number, seen: Map<string, number>) => {
    if (key === null) return;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else publishers.join(first, index);
  };
  const ids = new Map(outlets.map(({ id }, index) => [id, index]));
  const owners = new Map<string, number>();
  for (const [index, outlet] of outlets.entries()) {
    for (const other of outlet.republishes) join(other, index, ids);
    join(ownerOf(outlet), index, owners);
  }
  const known = new Map<string, string>();
  return (name) => {
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const outlet = findOutlet(name, lexicon);
    // One entry of agencies names several publishers.
    const isOne = outlet !== null && outlet.kind !== "wire";
    const index = isOne ? ids.get(outlet.id) : undefined;
    const publisher = index === undefined ? `=${fold(name)}` : `#${publishers.rootOf(index)}`;
    known.set(name, publisher);
    return publisher;
  };
}

/** Of outlets in private hands the register says little more than that ("private, Türkiye"). */
function ownerOf({ kind, owner }: Outlet): string | null {
  return kind === "state" || kind === "state-funded" ? fold(owner) : null;
}
