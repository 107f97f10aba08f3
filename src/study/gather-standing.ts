/** The names of standing paragraphs in the desk's notes in, the paragraphs and the files that they come from out. */
import { loadStanding, standingNames } from "../config/standing-files.js";
import type { LoadedNotes, Workspace } from "../config/workspace.js";
import { type GoneNote, readStanding } from "../desk/index.js";
import { settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { StandingParagraph } from "../model/issue.js";
import { closest } from "../text/suggest.js";

export interface GatheredStanding {
  readonly paragraph: StandingParagraph;
  readonly file: string;
  readonly text: string;
}

interface Wanted {
  readonly workspace: Workspace;
  readonly desk: LoadedNotes;
  readonly language: string;
  /** ISO 8601 instant. */
  readonly cutOff: string;
}

/** @throws {FailedRun} where a file is there and is no standing paragraph */
export async function gatherStanding(
  host: Host,
  { workspace, desk, language, cutOff }: Wanted,
  diagnostics: Diagnostic[],
): Promise<{ readonly files: readonly GatheredStanding[]; readonly gone: readonly GoneNote[] }> {
  const names = [...new Set(desk.notes.standing)];
  const files: GatheredStanding[] = [];
  const gone: GoneNote[] = [];
  for (const { name, file, text } of await loadStanding(host, workspace, names, language)) {
    if (text === null) {
      const known = await standingNames(host, workspace);
      gone.push(goneStanding(name, file, known, desk.notes.standing.indexOf(name)));
      continue;
    }
    const day = cutOff.slice(0, "2021-05-09".length);
    const paragraph = settle(readStanding({ name, file, text }, day), diagnostics);
    files.push({ paragraph, file, text });
  }
  return { files, gone };
}

function goneStanding(
  name: string,
  file: string,
  known: readonly string[],
  index: number,
): GoneNote {
  const near = closest(name, known);
  return {
    path: ["standing", index],
    names: name,
    what: "a standing paragraph that is not there",
    hint: near === null ? `write it as ${file}` : `did you mean "${near}"?`,
  };
}
