/** An issue in, the place of its desk notes out. */
import { join } from "node:path";
import type { Workspace } from "../config/workspace.js";
import type { Look } from "./protocol.js";

export interface NotesFile {
  /** As a person would type it. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
}

export function notesFileOf({ root, settings }: Workspace, { brief, issue }: Look): NotesFile {
  const file = `${settings.corpus}/desk/${brief}/${issue}.yaml`;
  return { file, path: join(root, file) };
}
