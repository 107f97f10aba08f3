/** Footnotes and the room at a page's foot in, how much of each is shown there out (CSS GCPM 3, 2). */
import { insetsOf, marginsOf } from "../layout/edges.js";
import type { Note } from "../layout/flow.js";
import { fillPage } from "./fill-page.js";
import type { PageStyle } from "./page-style.js";
import { type Cursor, type NoteTally, type Room, START, WEIGHTLESS } from "./room.js";

/** A footnote, or what earlier pages left of it. */
export interface OpenNote {
  readonly note: Note;
  readonly from: Cursor;
}

export interface NotePart extends OpenNote {
  /** Undefined for the note's end. */
  readonly to: Cursor | undefined;
  /** pt from the top of the first note on the page. */
  readonly y: number;
}

export interface NoteArea {
  readonly parts: readonly NotePart[];
  /** pt of the notes alone. */
  readonly height: number;
  /** For the pages to come. */
  readonly rest: readonly OpenNote[];
}

/** @param mustProgress the page has nothing else */
export function fillNotes(
  notes: readonly OpenNote[],
  room: number,
  mustProgress: boolean,
): NoteArea {
  const parts: NotePart[] = [];
  let y = 0;
  for (const [index, open] of notes.entries()) {
    const filled = fillPage(open.note.flow, open.from, {
      ...BARE,
      height: room - y,
      pageHeight: room,
      mustProgress: mustProgress && parts.length === 0,
    });
    if (!filled) return { parts, height: y, rest: notes.slice(index) };
    parts.push({ ...open, to: filled.end, y });
    y += filled.height;
    if (filled.end) {
      const rest = [{ note: open.note, from: filled.end }, ...notes.slice(index + 1)];
      return { parts, height: y, rest };
    }
  }
  return { parts, height: y, rest: [] };
}

const BARE: Room = {
  height: Number.POSITIVE_INFINITY,
  pageHeight: Number.POSITIVE_INFINITY,
  mustProgress: false,
  within: "page",
  notes: WEIGHTLESS,
};

/**
 * The room that notes of earlier pages take from this one. As long as there is text to set, they
 * leave it a third of the page.
 */
export function tallyOf(open: readonly OpenNote[], style: PageStyle): NoteTally {
  const edges = edgesOf(style);
  if (open.length === 0) return { notes: [], full: 0, need: 0, edges };
  const rests = open.map(({ note, from }) => fillPage(note.flow, from, BARE)?.height ?? 0);
  const full = rests.reduce((sum, height) => sum + height, edges);
  const taken = Math.min(full, style.column.height * LARGEST_SHARE);
  return { notes: [], full: taken, need: taken, edges };
}

const LARGEST_SHARE = 2 / 3;

/** pt of margin, border and padding above and below the notes. */
export function edgesOf({ footnotes, column }: PageStyle): number {
  const insets = insetsOf(footnotes, column.width);
  const margins = marginsOf(footnotes, column.width);
  return insets.top + insets.bottom + margins.top + margins.bottom;
}

export function openNote(note: Note): OpenNote {
  return { note, from: START };
}

/** pt that the notes are wide. */
export function noteWidthOf({ footnotes, column }: PageStyle): number {
  const insets = insetsOf(footnotes, column.width);
  const margins = marginsOf(footnotes, column.width);
  return column.width - insets.left - insets.right - margins.left - margins.right;
}
