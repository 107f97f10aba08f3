/** What may be cut and the room left on a page in; cut so that the notes it calls have room too (CSS GCPM 3, 2). */
import { addNotes, type NoteTally, type Room, TOLERANCE, WEIGHTLESS } from "./room.js";

interface Divided {
  readonly height: number;
  readonly notes: NoteTally;
}

/**
 * The notes take room from the text that calls them, so it is tried with less until both agree.
 * @param divide into a room that has nothing to do with notes
 * @returns undefined where there is no such place to cut
 */
export function divideBesideNotes<Part extends Divided>(
  room: Room,
  divide: (room: Room) => Part | undefined,
): Part | undefined {
  let height = room.height - room.notes.need;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const divided = divide({ ...room, height, notes: WEIGHTLESS });
    if (!divided) return undefined;
    const notes = addNotes(room.notes, divided.notes.notes);
    const excess = divided.height + notes.need - room.height;
    const isLast = tries === MOST_TRIES - 1 || divided.height > height + TOLERANCE;
    if (excess <= TOLERANCE || (isLast && room.mustProgress)) return { ...divided, notes };
    height = Math.min(height, divided.height) - excess;
  }
  return undefined;
}

const MOST_TRIES = 6;
