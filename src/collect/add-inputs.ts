/** Files, folders, pages and texts to raw bytes in the folder of articles, each read once before it is kept. */
import { readGuardedFile } from "../corpus/index.js";
import type { Added } from "../model/collection.js";
import { type ReadOptions, usualExtension } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import { addPage } from "./add-page.js";
import { addPath } from "./add-path.js";
import { kept, refusal } from "./added.js";
import { openArchive } from "./archive.js";
import type { Desk, Outside } from "./desk.js";

export type AddInput =
  /** `name` in the corpus; the last part of the path by default. */
  | { readonly kind: "path"; readonly path: string; readonly name?: string }
  | {
      readonly kind: "url";
      readonly url: string;
      readonly name?: string;
      /** Whether a page that is in the corpus is asked for again. */
      readonly isAgain?: boolean;
    }
  | { readonly kind: "text"; readonly bytes: Uint8Array; readonly name?: string };

export interface AddRequest {
  readonly inputs: readonly AddInput[];
  /** The folder of articles, for the host. */
  readonly folder: string;
  /** False for a rehearsal. */
  readonly writes: boolean;
  readonly options: ReadOptions;
}

/** What became of each, as it happens, in the order of the inputs. @throws {HostError} without the folder */
export async function* addInputs(
  outside: Outside,
  { inputs, folder, writes, options }: AddRequest,
): AsyncGenerator<Added> {
  const archive = await openArchive(outside.host, folder, writes);
  const desk: Desk = { ...outside, archive, folder, options };
  for (const input of inputs) {
    if (input.kind === "url") yield await addPage(desk, input);
    else if (input.kind === "text") yield await addText(desk, input.bytes, input.name);
    else yield* addPath(desk, input.path, input.name);
  }
}

async function addText(desk: Desk, bytes: Uint8Array, name?: string): Promise<Added> {
  const source = { bytes, file: name ?? "stdin" };
  const result = await readGuardedFile(source, desk.options);
  if (result.articles.length === 0) return refusal("-", result.diagnostics, true);
  const extension = usualExtension(source) ?? ".txt";
  const own = name ?? `stdin-${sha256(bytes).slice(0, 8)}${extension}`;
  return kept("-", result, () => desk.archive.keep(own, bytes));
}
