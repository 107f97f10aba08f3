/**
 * A set of files in, one hash of it out, to which files are added and from which they are taken away
 * one by one, in any order: sums of the SHA-256 of each (a homomorphic hash of a set, after Bellare &
 * Micciancio, 1997). It tells a set from one that was changed by chance, by reading or by writing; whoever
 * can make up files at will could find two sets with one hash, as 256 bits are few for sums.
 */
import { createHash } from "node:crypto";
import { sha256 } from "../text/sha256.js";

/** Sums of the sixteen parts of each file's hash; exact up to 137,000,000,000 files. */
export type SetSum = readonly number[];

export interface DigestedFile {
  readonly file: string;
  /** Of its bytes, hexadecimal. */
  readonly sha256: string;
}

export const PARTS = 16;
export const EMPTY_SUM: SetSum = Array.from({ length: PARTS }, () => 0);

/** Sixteen numbers of 16 bits. */
export function partsOf({ file, sha256: hash }: DigestedFile): SetSum {
  const digest = createHash("sha256").update(`${hash}  ${file}\n`).digest();
  return Array.from({ length: PARTS }, (_, index) => digest.readUInt16BE(index * 2));
}

export function plus(sum: SetSum, other: SetSum): SetSum {
  return sum.map((part, index) => part + (other[index] ?? 0));
}

export function minus(sum: SetSum, other: SetSum): SetSum {
  return sum.map((part, index) => part - (other[index] ?? 0));
}

/** Hexadecimal. */
export function digestOf(sum: SetSum): string {
  return sha256(sum.join(","));
}
