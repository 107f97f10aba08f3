/** A group that is moved or turned in, its links, names and headings where they are seen out (CSS Transforms 1, 3). */
import { IDENTITY, type Matrix, mapRectangle } from "../figures/picture.js";
import type { Rectangle } from "./page.js";
import type { Sheet } from "./sheet.js";

/** How much of each kind a sheet held when the group began. */
export interface NotesSoFar {
  readonly links: number;
  readonly anchors: number;
  readonly headings: number;
}

export function notesSoFar({ links, anchors, headings }: Sheet): NotesSoFar {
  return { links: links.length, anchors: anchors.length, headings: headings.length };
}

/** @param box pt of the group's border box; names and headings reach over its width */
export function moveNotes(
  { links, anchors, headings }: Sheet,
  before: NotesSoFar,
  matrix: Matrix,
  box: Rectangle,
): void {
  if (matrix.every((number, index) => number === IDENTITY[index])) return;
  const move = <Note extends { readonly y: number }>(note: Note): Note => ({
    ...note,
    y: mapRectangle(matrix, { x: box.x, y: note.y, width: box.width, height: 0 }).y,
  });
  replaceFrom(links, before.links, (link) => ({ ...link, ...mapRectangle(matrix, link) }));
  replaceFrom(anchors, before.anchors, move);
  replaceFrom(headings, before.headings, move);
}

function replaceFrom<Each>(list: Each[], first: number, change: (each: Each) => Each): void {
  for (const [index, each] of list.slice(first).entries()) list[first + index] = change(each);
}
