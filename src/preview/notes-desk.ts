/**
 * Changes of desk notes that a browser asks for in, the file with them out: shown first, written only on
 * the text that they were made for, and taken back as long as nobody else has written since.
 */
import { z } from "zod";
import { editNotes, pinnedTargets } from "../desk/index.js";
import type { Host } from "../host/host.js";
import { sha256 } from "../issue/index.js";
import type { NoteTarget } from "../model/desk-notes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { NoteEditSchema } from "../model/note-edit.js";
import { type DiffLine, diffLines } from "../text/diff-lines.js";
import type { NotesFile } from "./notes-file.js";

/** What a browser sends. */
export const EditRequestSchema = z.strictObject({
  /** SHA-256 of the text that the edits are made for. */
  base: z.string().regex(/^[0-9a-f]{64}$/),
  edits: z.array(NoteEditSchema).min(1).max(1000),
});
export type EditRequest = z.infer<typeof EditRequestSchema>;

export interface Standing {
  readonly text: string;
  readonly sha256: string;
  readonly exists: boolean;
  /** What the notes pin, as they name it. */
  readonly pins: readonly NoteTarget[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface Proposal {
  readonly text: string;
  readonly diff: readonly DiffLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `stale`: the file is not what the edits were made for; `faulty`: it would not hold. */
export type Applied =
  | { readonly kind: "written"; readonly sha256: string }
  | { readonly kind: "stale" }
  | { readonly kind: "nothing" }
  | { readonly kind: "faulty"; readonly diagnostics: readonly Diagnostic[] };

/** What would be said of the notes if they stood so. */
export type CheckText = (text: string) => Promise<readonly Diagnostic[]>;

interface Step {
  readonly before: string;
  readonly after: string;
}

/** Steps that can be taken back. */
const MOST_STEPS = 100;

/** One file of notes. */
export class NotesDesk {
  #done: Step[] = [];
  #undone: Step[] = [];
  /** Whoever asks for a change waits for the one before it. */
  #before: Promise<unknown> = Promise.resolve();

  #skeleton: Promise<string> | null = null;

  /** @param makeSkeleton gives the text of a file that is made for its first edit */
  constructor(
    private readonly host: Host,
    private readonly file: NotesFile,
    private readonly makeSkeleton: () => Promise<string>,
  ) {}

  async standing(): Promise<Standing> {
    const exists = await this.host.exists(this.file.path);
    const bytes = exists ? await this.host.readFile(this.file.path) : new Uint8Array();
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return {
      text,
      sha256: sha256(text),
      exists,
      pins: pinnedTargets(text),
      canUndo: this.#done.at(-1)?.after === text,
      canRedo: this.#undone.at(-1)?.before === text,
    };
  }

  /** What was shown once is what is written, whatever has become of the issue meanwhile. */
  private skeleton(): Promise<string> {
    this.#skeleton ??= this.makeSkeleton();
    return this.#skeleton;
  }

  /** Null where the file is not what the edits are for. */
  async propose({ base, edits }: EditRequest, check: CheckText): Promise<Proposal | null> {
    const { text: before, sha256: stands, exists } = await this.standing();
    if (stands !== base) return null;
    const text = editNotes(exists ? before : await this.skeleton(), edits) ?? before;
    return { text, diff: diffLines(before, text), diagnostics: await check(text) };
  }

  apply(request: EditRequest, check: CheckText): Promise<Applied> {
    return this.#inTurn(async () => {
      const { text: before, exists } = await this.standing();
      const proposal = await this.propose(request, check);
      if (proposal === null) return { kind: "stale" };
      const { text, diagnostics } = proposal;
      const stood = exists ? before : await this.skeleton();
      const faults = await newFaults(stood, diagnostics, check);
      if (faults.length > 0) return { kind: "faulty", diagnostics };
      // A file that was not there goes back to what it was made from: nothing is ever removed.
      const step = { before: stood, after: text };
      const written = await this.#write(exists ? before : null, text);
      if (written.kind === "written") {
        this.#done = [...this.#done, step].slice(-MOST_STEPS);
        this.#undone = [];
      }
      return written;
    });
  }

  undo(): Promise<Applied> {
    return this.#inTurn(async () => {
      const step = this.#done.at(-1);
      if (step === undefined) return { kind: "nothing" };
      const written = await this.#write(step.after, step.before);
      if (written.kind === "written") {
        this.#done = this.#done.slice(0, -1);
        this.#undone = [...this.#undone, step];
      }
      return written;
    });
  }

  redo(): Promise<Applied> {
    return this.#inTurn(async () => {
      const step = this.#undone.at(-1);
      if (step === undefined) return { kind: "nothing" };
      const written = await this.#write(step.before, step.after);
      if (written.kind === "written") {
        this.#undone = this.#undone.slice(0, -1);
        this.#done = [...this.#done, step];
      }
      return written;
    });
  }

  /** @param expected null where there is to be no file */
  async #write(expected: string | null, text: string): Promise<Applied> {
    const { text: stands, exists } = await this.standing();
    if (exists ? stands !== expected : expected !== null) return { kind: "stale" };
    await this.host.writeFile(this.file.path, new TextEncoder().encode(text));
    return { kind: "written", sha256: sha256(text) };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#before.then(work);
    this.#before = result.catch(() => undefined);
    return result;
  }
}

/** Errors that were not there before: who mends a faulty file step by step is not kept from it. */
async function newFaults(
  before: string,
  diagnostics: readonly Diagnostic[],
  check: CheckText,
): Promise<readonly Diagnostic[]> {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [];
  const known = new Set((await check(before)).map(({ code, message }) => `${code} ${message}`));
  return errors.filter(({ code, message }) => !known.has(`${code} ${message}`));
}
