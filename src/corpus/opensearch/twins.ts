/**
 * Articles that came or went under an id that others bear too, in; the one that counts marked as such,
 * and each of the others with the reason why it does not, out. Machines that do so at the same time see
 * each other by the number of the claim that they read.
 */

import { EngineError } from "../../host/engine-error.js";
import type { BulkItem } from "../../host/opensearch/bulk.js";
import type { Article } from "../../model/article.js";
import { countingCopy } from "../counting-copy.js";
import { sameAs } from "../read-corpus.js";
import type { Archive, Got } from "./archive.js";
import { articleDoc, bodyOf, type Place, reasonOf } from "./documents.js";

export interface TwinChange {
  readonly come: readonly Place[];
  readonly gone: readonly Place[];
}

const ATTEMPTS = 20;

export async function settleTwins(archive: Archive, change: TwinChange): Promise<void> {
  let open = new Set([...change.come, ...change.gone].map(({ id }) => id));
  for (let attempt = 0; open.size > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw tooMany(archive);
    open = new Set(await claimAnew(archive, change, [...open]));
  }
}

function tooMany({ engine }: Archive): EngineError {
  const message = "other machines keep writing the same articles";
  return new EngineError("unusable", engine.name, message, "run the command again");
}

/** @returns ids whose claims or copies somebody else wrote meanwhile */
async function claimAnew(
  archive: Archive,
  { come, gone }: TwinChange,
  ids: readonly string[],
): Promise<string[]> {
  const index = `${archive.prefix}-ids`;
  const claims = await archive.get(ids.map((id) => ({ index, id })));
  const anew = claims.map((claim, at): Claim => {
    const id = ids[at] ?? "";
    const standing = (claim?.source.places ?? []) as readonly Place[];
    const left = new Set([...come, ...gone].filter((place) => place.id === id).map(docOf));
    const others = standing.filter((place) => !left.has(docOf(place)));
    const places = [...others, ...come.filter((place) => place.id === id)].sort(byPlace);
    return { id, claim, places };
  });
  const written = anew.map((one) => writeClaim(index, one));
  const lost = new Set((await archive.write(written)).map(({ id }) => id));
  const won = anew.filter(({ id }) => !lost.has(id));
  const unmarked = await markCounting(archive, won);
  return [...lost, ...unmarked];
}

interface Claim {
  readonly id: string;
  readonly claim: Got | null;
  readonly places: readonly Place[];
}

const docOf = ({ index, doc }: Place) => `${index}/${doc}`;

function byPlace(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.part - b.part;
}

function writeClaim(index: string, { id, claim, places }: Claim): BulkItem {
  const doc = { places };
  if (claim === null) return { action: "create", index, id, doc };
  const over = { seqNo: claim.seqNo, primaryTerm: claim.primaryTerm };
  return places.length === 0
    ? { action: "delete", index, id, over }
    : { action: "index", index, id, doc, over };
}

/** @returns ids of which a copy came or went since it was looked at: none is written over */
async function markCounting(archive: Archive, claims: readonly Claim[]): Promise<string[]> {
  const places = claims.flatMap((claim) => claim.places);
  const got = await archive.get(places.map(({ index, doc }) => ({ index, id: doc })));
  const known = new Map(places.map((place, at) => [place, got[at] ?? null]));
  const marks = claims.flatMap(({ places: copies }) => marksOf(copies, known));
  const lost = new Set((await archive.write(marks)).map(docIn));
  return claims.filter((claim) => claim.places.some((one) => lost.has(docOf(one)))).map(idOf);
}

const docIn = ({ index, id }: BulkItem) => `${index}/${id}`;
const idOf = ({ id }: Claim) => id;

interface Copy {
  readonly place: Place;
  readonly article: Article;
  /** Why it does not count; null where it does. */
  readonly reason: string | null;
  /** The state of its document that this is of. */
  readonly over: { readonly seqNo: number; readonly primaryTerm: number };
}

/** An article that is claimed and not there yet is on its way: whoever brings it settles the id again. */
function marksOf(places: readonly Place[], known: ReadonlyMap<Place, Got | null>): BulkItem[] {
  const copies = places.flatMap((place): Copy[] => {
    const got = known.get(place) ?? null;
    if (got === null) return [];
    const { source, seqNo, primaryTerm } = got;
    const reason = source.counts === true ? null : reasonOf(source);
    return [{ place, article: bodyOf(source), reason, over: { seqNo, primaryTerm } }];
  });
  const counting = countingCopy(copies, ({ article }) => article);
  return copies.flatMap((copy): BulkItem[] => {
    const { place, article, over } = copy;
    const reason =
      counting === null || copy === counting ? null : sameAs(article, counting.article);
    if (reason === copy.reason) return [];
    const doc = articleDoc(article, place, reason);
    return [{ action: "index", index: place.index, id: place.doc, doc, over }];
  });
}
