/** Desk notes and the day that an issue looks back from in, what of them was there by then out. */
import type { LoadedNotes } from "../config/workspace.js";
import { type DeskNotes, DeskNotesSchema, type NoteTarget } from "../model/desk-notes.js";

export interface LookBack {
  /** The day that is looked back from. */
  readonly day: string;
  /** The day that notes without one are of: that of the issue's own cut-off. */
  readonly regular: string;
  /** Names (ids and files) of the articles that were there. */
  readonly known: ReadonlySet<string>;
}

/**
 * Notes of a later day are none at all. Of notes that were there, lines about articles that were not
 * say nothing: which articles those are must not show.
 */
export function notesAsOf(desk: LoadedNotes, { day, regular, known }: LookBack): LoadedNotes {
  const { notes } = desk;
  if ((notes.written ?? regular) > day) {
    return { ...desk, notes: DeskNotesSchema.parse({}), text: "" };
  }
  return { ...desk, notes: aboutKnown(notes, known) };
}

function aboutKnown(notes: DeskNotes, known: ReadonlySet<string>): DeskNotes {
  const isKnown = ({ article }: NoteTarget) => article === undefined || known.has(article);
  const themes = Object.entries(notes.themes).map(([id, { add, remove, ...said }]) => [
    id,
    { ...said, add: add.filter(isKnown), remove: remove.filter(isKnown) },
  ]);
  const linesOf = (lines: DeskNotes["stories"]["merge"]) =>
    lines
      .map((names) => names.filter((name) => known.has(name)))
      .filter((names) => names.length > 1);
  const { merge, split } = notes.stories;
  return {
    ...notes,
    pins: notes.pins.filter(isKnown),
    exclude: notes.exclude.filter(isKnown),
    themes: Object.fromEntries(themes),
    stories: { merge: linesOf(merge), split: linesOf(split) },
  };
}
