/** A style and a text in, the text in stretches that one face can set out (CSS Fonts 4, 5.3). */
import type { Style } from "../css/properties.js";
import { remember } from "../remember.js";
import { type Face, loadFace } from "./face.js";
import { type FaceNames, facesFor } from "./families.js";

export interface FaceRun {
  readonly face: Face;
  readonly text: string;
}

/** The face that gives lines of this style their height. */
export function primaryFace(style: Style): Face {
  return loadFace(namesFor(style)[0]);
}

/** @param missing told of every letter that no face has; it will show as an empty box */
export function chooseFaces(
  style: Style,
  text: string,
  missing: (letter: string) => void,
): readonly FaceRun[] {
  if (EVERYWHERE.test(text)) return [{ face: primaryFace(style), text }];
  const runs: { face: Face; text: string }[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const face = faceForLetter(letter, style, last?.face, missing);
    if (last?.face === face) last.text += letter;
    else runs.push({ face, text: letter });
  }
  return runs;
}

/** Letters that every family has: most words need no look at each of theirs. */
const EVERYWHERE = /^[ -~]+$/;

/** Combining marks stay with the letter they sit on, joiners with the letters they join. */
function faceForLetter(
  letter: string,
  style: Style,
  last: Face | undefined,
  missing: (letter: string) => void,
): Face {
  if (last && /[\p{M}\u200c\u200d]/u.test(letter)) return last;
  const codePoint = letter.codePointAt(0) ?? 0;
  const names = namesFor(style);
  for (const name of names) {
    const face = loadFace(name);
    if (face.has(codePoint)) return face;
  }
  if (!/\p{Cf}/u.test(letter)) missing(letter);
  return loadFace(names[0]);
}

const namesByStyle = new WeakMap<Style, FaceNames>();

function namesFor(style: Style): FaceNames {
  return remember(namesByStyle, style, () =>
    facesFor(style.fontFamily, style.fontWeight, style.fontStyle !== "normal"),
  );
}
