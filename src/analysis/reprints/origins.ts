/**
 * Articles to their origins: reprints of one copy are one, and so is what comes from one publisher,
 * as far as the register of outlets says so.
 */
import type { ReprintGroup } from "../../model/analysis.js";
import type { Article } from "../../model/article.js";
import type { Lexicon, Outlet } from "../../model/lexicon.js";
import { findOutlet } from "../../text/find-outlet.js";
import { fold } from "../../text/fold.js";
import { UnionFind } from "../union-find.js";

/** @returns from an article's id to that of the first article of its origin */
export function findOrigins(
  articles: readonly Pick<Article, "id" | "outlet">[],
  groups: readonly Pick<ReprintGroup, "members">[],
  lexicon: Pick<Lexicon, "outlets">,
): (article: string) => string {
  const ids = new Map(articles.map(({ id }, index) => [id, index]));
  const origins = new UnionFind(articles.length);
  for (const { members } of groups) {
    const [first, ...others] = members.flatMap((member) => ids.get(member) ?? []);
    for (const other of others) if (first !== undefined) origins.join(first, other);
  }
  const publisherOf = readPublishers(lexicon);
  const firsts = new Map<string, number>();
  for (const [index, { outlet }] of articles.entries()) {
    if (outlet === null) continue;
    const publisher = publisherOf(outlet);
    const first = firsts.get(publisher);
    if (first === undefined) firsts.set(publisher, index);
    else origins.join(first, index);
  }
  return (article) => {
    const index = ids.get(article);
    return index === undefined ? article : (articles[origins.rootOf(index)]?.id ?? article);
  };
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
