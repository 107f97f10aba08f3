/** UTF-16 code units of a word to its folded form, which is kept: a few thousand words make most of a text. */
import { fold } from "./fold.js";

/** @param units of the text, as `text` has them */
export function foldWord(text: string, units: Uint16Array, start: number, end: number): string {
  const length = end - start;
  if (length > LONGEST) return foldAnew(text.slice(start, end));
  let hash = length;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
  const place = (hash ^ (hash >>> 15)) & (PLACES - 2);
  if (stands(place, units, start, length)) return take(place, place);
  if (stands(place + 1, units, start, length)) return take(place, place + 1);
  const free = latest[place] === 0 ? place + 1 : place;
  const folded = foldAnew(text.slice(start, end));
  lengths[free] = length;
  letters.set(units.subarray(start, end), free * LONGEST);
  forms[free] = folded;
  return take(place, free);
}

/** Each word has two places by its letters; the one that was met last stays when a third comes. */
const PLACES = 1 << 14;
/** Longer words are folded each time. */
const LONGEST = 24;
const lengths = new Uint8Array(PLACES);
const letters = new Uint16Array(PLACES * LONGEST);
const forms: string[] = [];
/** By the first of two places: 1 where the second was met last. */
const latest = new Uint8Array(PLACES);

function take(place: number, found: number): string {
  latest[place] = found - place;
  return forms[found] ?? "";
}

function stands(place: number, units: Uint16Array, start: number, length: number): boolean {
  if (lengths[place] !== length) return false;
  const from = place * LONGEST;
  for (let at = 0; at < length; at += 1) {
    if (letters[from + at] !== units[start + at]) return false;
  }
  return true;
}

/** The stops of an acronym fold away; a decimal keeps its own. */
function foldAnew(written: string): string {
  const isAcronym = written.includes(".") && !/^\p{N}/u.test(written);
  const folded = fold(isAcronym ? written.replaceAll(".", "") : written);
  // A copy where folding changed nothing: a slice would keep all of its text alive.
  return folded === written ? ` ${written}`.slice(1) : folded;
}
