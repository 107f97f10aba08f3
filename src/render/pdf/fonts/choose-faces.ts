/** A style and a text in, the text in stretches that one face can set out (CSS Fonts 4, 5.3). */
import type { Style } from "../css/properties.js";
import { remember } from "../remember.js";
import type { Face } from "./face.js";
import { type Candidates, candidatesFor } from "./match-font.js";

export interface FaceRun {
  readonly face: Face;
  readonly text: string;
}

const primary = new WeakMap<Style, Face>();

/** The face that gives lines of this style their height: the first that is meant for a space. */
export function primaryFace(style: Style): Face {
  return remember(primary, style, () => {
    const candidates = candidatesFor(style);
    return (candidates.find((source) => source.covers(0x20)) ?? candidates[0]).face();
  });
}

/**
 * @param isAmongArabic whether the line runs from right to left
 * @param missing told of every letter that no face has; it will show as an empty box
 */
export function chooseFaces(
  style: Style,
  text: string,
  isAmongArabic: boolean,
  missing: (letter: string) => void,
): readonly FaceRun[] {
  const isTheirs = isAmongArabic && !EUROPEAN.test(text);
  const usual = isTheirs ? arabicFace(style) : primaryFace(style);
  if (hasAll(usual, text)) return [{ face: usual, text }];
  const candidates = candidatesFor(style);
  const runs: { face: Face; text: string }[] = [];
  for (const { segment } of clustersOf(text)) {
    const last = runs.at(-1);
    const face = faceForCluster(segment, candidates, last?.face, missing) ?? usual;
    if (last?.face === face) last.text += segment;
    else runs.push({ face, text: segment });
  }
  return runs;
}

const EUROPEAN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const ALEF = 0x627;

const arabic = new WeakMap<Style, Face>();

/**
 * Spaces, brackets and figures among Arabic words come from the font of these: programs that take
 * text out of a PDF would else lose the order of the line at every change.
 */
function arabicFace(style: Style): Face {
  return remember(arabic, style, () => {
    const found = candidatesFor(style).find((source) => serves(source, String.fromCodePoint(ALEF)));
    return found?.face() ?? primaryFace(style);
  });
}

/** Letters with their marks, joined symbols, flags: none is set from two fonts (UAX #29). */
function clustersOf(text: string): Iterable<{ readonly segment: string }> {
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** Made when it is first needed: a page of plain words does without. */
let segmenter: Intl.Segmenter | undefined;

function hasAll(face: Face, text: string): boolean {
  for (const letter of text) if (!face.has(letter.codePointAt(0) ?? 0)) return false;
  return true;
}

/** @returns undefined when what is missing is invisible anyway */
function faceForCluster(
  cluster: string,
  candidates: Candidates,
  last: Face | undefined,
  missing: (letter: string) => void,
): Face | undefined {
  const seen = cluster.replace(INVISIBLE, "");
  if (seen === "" && last) return last;
  const [first = ""] = seen;
  const byWhole = candidates.find((source) => serves(source, seen));
  const found = byWhole ?? candidates.find((source) => serves(source, first));
  const lacking = found ? [...seen].find((letter) => !hasAll(found.face(), letter)) : first;
  if (lacking) missing(lacking);
  return found?.face();
}

/** Joiners, direction marks and variation selectors ask for no glyph of their own. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

function serves(source: Candidates[number], text: string): boolean {
  for (const letter of text) if (!source.covers(letter.codePointAt(0) ?? 0)) return false;
  return hasAll(source.face(), text);
}
