/** The desk's notes as they stand in the file, and a change on its way into them. */
import { signal } from "@preact/signals";
import type { Diagnostic } from "../../../model/diagnostic.js";
import type { Notes, Proposal } from "../../shapes.js";
import {
  ApiError,
  applyEdits,
  proposeEdits,
  readNotes,
  type Subject,
  stepNotes,
} from "../api/client.js";
import type { NoteEdit } from "../api/note-edit.js";
import { announce } from "./announce.js";
import { subject } from "./route-state.js";

export const notes = signal<Notes | null>(null);

export type Change =
  | {
      readonly kind: "proposed";
      readonly edits: readonly NoteEdit[];
      readonly base: string;
      readonly proposal: Proposal;
    }
  /** The file was changed by somebody else since; `notes` holds what stands there now. */
  | { readonly kind: "conflict"; readonly edits: readonly NoteEdit[] }
  | {
      readonly kind: "fault";
      readonly message: string;
      readonly diagnostics: readonly Diagnostic[];
    };

/** What is being asked about; null where nothing is. */
export const change = signal<Change | null>(null);

export async function readNotesOf(of: Subject): Promise<void> {
  const read = await readNotes(of).catch(() => null);
  if (subject.value === of) notes.value = read;
}

export function notesChanged(of: Subject, sha256: string): void {
  if (notes.value?.sha256 !== sha256) void readNotesOf(of);
}

/** Asks what the edits would do to the file; to what stands there now, where the page knows an older one. */
export async function propose(edits: readonly NoteEdit[]): Promise<void> {
  await attempt(edits, async (of) => {
    try {
      await proposeOn(of, edits);
    } catch (error) {
      if (!isStale(error)) throw error;
      await readNotesOf(of);
      await proposeOn(of, edits);
    }
  });
}

async function proposeOn(of: Subject, edits: readonly NoteEdit[]): Promise<void> {
  const base = notes.value?.sha256 ?? "";
  const proposal = await proposeEdits(of, base, edits);
  change.value = { kind: "proposed", edits, base, proposal };
}

/** Writes what was shown. */
export async function applyChange(): Promise<void> {
  const shown = change.value;
  if (shown?.kind !== "proposed") return;
  await attempt(shown.edits, async (of) => {
    await applyEdits(of, shown.base, shown.edits);
    change.value = null;
    await readNotesOf(of);
    announce("Written to the desk notes.");
  });
}

export async function step(direction: "undo" | "redo"): Promise<void> {
  const of = subject.value;
  if (of === null) return;
  try {
    await stepNotes(of, direction);
    await readNotesOf(of);
    announce(direction === "undo" ? "Undone." : "Done again.");
  } catch (error) {
    announce(messageOf(error));
  }
}

type Attempt = (of: Subject) => Promise<void>;

async function attempt(edits: readonly NoteEdit[], work: Attempt): Promise<void> {
  const of = subject.value;
  if (of === null) return;
  if (notes.value === null) await readNotesOf(of);
  try {
    await work(of);
  } catch (error) {
    if (isStale(error)) {
      await readNotesOf(of);
      change.value = { kind: "conflict", edits };
    } else change.value = { kind: "fault", message: messageOf(error), diagnostics: toldIn(error) };
  }
}

/** The file is not what the edits were made for. */
function isStale(error: unknown): boolean {
  return error instanceof ApiError && error.status === 409;
}

/** What an answer tells of notes that would not hold. */
function toldIn(error: unknown): readonly Diagnostic[] {
  const told: unknown =
    error instanceof ApiError && typeof error.body === "object" && error.body !== null
      ? Reflect.get(error.body, "diagnostics")
      : [];
  return Array.isArray(told) ? told : [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
