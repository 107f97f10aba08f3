/** The desk's notes on an issue: written as a skeleton from the issue as it stands, and checked against it. */
import { join } from "node:path";
import { standingNames } from "./config/standing-files.js";
import { strayNotes } from "./config/stray-notes.js";
import { chooseBrief, loadDeskNotes, openWorkspace, type Workspace } from "./config/workspace.js";
import { namedTargets, notesSkeleton } from "./desk/index.js";
import { diagnose, FailedRun, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { parseWeek } from "./issue/index.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { studyBrief } from "./pipeline.js";
import type { BriefRequest } from "./study/gather.js";

export interface NewNotes {
  /** As a person would type it; null where nothing was written. */
  readonly file: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Never writes over notes that are there. */
export async function newDeskNotes(host: Host, request: BriefRequest): Promise<NewNotes> {
  const kept: Diagnostic[] = [];
  try {
    const { workspace, issue } = await issueFor(host, request, kept);
    const file = notesFile(workspace, issue.brief.id, issue.id);
    const path = join(workspace.root, file);
    if (await host.exists(path)) throw new FailedRun([alreadyThere(file, issue.id)]);
    const text = notesSkeleton(issue, await standingNames(host, workspace));
    await host.writeFile(path, new TextEncoder().encode(text));
    return { file, diagnostics: kept };
  } catch (error) {
    return { file: null, diagnostics: [...kept, ...diagnose(error)] };
  }
}

export interface CheckedDesk {
  /** As a person would type it; null where the issue cannot be made, or has no notes. */
  readonly file: string | null;
  /** Lines of the desk, and targets that its notes name. */
  readonly lines: number;
  readonly targets: number;
  /** Those about the desk's files; all of them where the issue cannot be made. */
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING = { file: null, lines: 0, targets: 0 };

/** What a run would say of the notes, without its pages. */
export async function checkDeskNotes(host: Host, request: BriefRequest): Promise<CheckedDesk> {
  const kept: Diagnostic[] = [];
  try {
    const { workspace, issue } = await issueFor(host, request, kept);
    const stray = await strayNotes(host, workspace, isIssue);
    const told = new Set(kept.map(({ place }) => place?.file));
    kept.push(...stray.filter(({ place }) => !told.has(place?.file)));
    const file = notesFile(workspace, issue.brief.id, issue.id);
    if (!(await host.exists(join(workspace.root, file)))) {
      throw new FailedRun([notThere(file, issue.id)]);
    }
    const desk = settle(await loadDeskNotes(host, workspace, issue.brief.id, issue.id), []);
    const { bottomLine, keyMessages, watch, standing } = desk.notes;
    const folder = `${workspace.settings.corpus}/desk/`;
    return {
      file,
      lines: bottomLine.length + keyMessages.length + watch.length + standing.length,
      targets: namedTargets(desk.notes).length,
      diagnostics: kept.filter(({ place }) => place?.file.startsWith(folder) === true),
    };
  } catch (error) {
    return { ...NOTHING, diagnostics: [...kept, ...diagnose(error)] };
  }
}

function isIssue(name: string): boolean {
  return parseWeek(name) !== null || /^\d{4}-\d\d-\d\d--\d{4}-\d\d-\d\d$/.test(name);
}

async function issueFor(host: Host, request: BriefRequest, kept: Diagnostic[]) {
  const workspace = settle(await openWorkspace(host, request.folder), kept);
  settle(chooseBrief(workspace, request.brief), kept);
  const { study, diagnostics } = await studyBrief(host, request);
  if (study === null) throw new FailedRun(diagnostics);
  kept.push(...diagnostics);
  return { workspace, issue: study.issue };
}

function notesFile({ settings }: Workspace, brief: string, issue: string): string {
  return `${settings.corpus}/desk/${brief}/${issue}.yaml`;
}

function alreadyThere(file: string, issue: string): Diagnostic {
  return {
    code: "notes-there",
    severity: "error",
    message: "there are notes already, and they stay as they are",
    place: { file },
    hint: `brief desk check ${issue} says what does not hold in them`,
  };
}

function notThere(file: string, issue: string): Diagnostic {
  return {
    code: "no-notes",
    severity: "error",
    message: "there are no notes on this issue",
    place: { file },
    hint: `brief desk new ${issue} writes some to begin with`,
  };
}
