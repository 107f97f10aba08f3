/** The path of a finished issue in; once it holds, its folder is in the record of its workspace. */
import { basename, dirname } from "node:path";
import { checkIssueFile } from "./check/check-issue-file.js";
import { openWorkspace } from "./config/workspace.js";
import { diagnose, FailedRun, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { parseIssue } from "./issue/index.js";
import { type Diagnostic, hasErrors } from "./model/diagnostic.js";
import type { Release } from "./model/release.js";
import { type ReleaseEvent, stateOf } from "./model/release-log.js";
import {
  appendRelease,
  type KeepRequest,
  keepRelease,
  type ReleaseLog,
  readReleaseLog,
} from "./record/index.js";
import { firstLanguage, ISSUE, isForeign, issueFileAt } from "./records.js";
import { withRecordLock } from "./release/record-lock.js";
import type { Who } from "./release/who.js";

export interface ReleaseResult {
  /** Null where it was not released. */
  readonly release: Release | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Without a review or an approval: it counts as the last issue, and can be neither sent nor published.
 * @param path an issue.json, or its folder
 * @param folder where to look for the workspace; the folder of the issue by default
 * @param who did it, for the release log; it has no line of it by default
 */
export async function releaseIssue(
  host: Host,
  path: string,
  folder?: string,
  who?: Who,
): Promise<ReleaseResult> {
  const diagnostics: Diagnostic[] = [];
  try {
    const file = await issueFileAt(host, path);
    const release = await checkAndKeep(
      host,
      file,
      { folder: folder ?? dirname(file), who },
      diagnostics,
    );
    return { release, diagnostics };
  } catch (error) {
    return { release: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

async function checkAndKeep(
  host: Host,
  file: string,
  { folder, who }: { readonly folder: string; readonly who: Who | undefined },
  diagnostics: Diagnostic[],
): Promise<Release> {
  if (basename(file) !== ISSUE) throw new FailedRun([misnamed(file)]);
  const home = settle(await openWorkspace(host, folder), diagnostics);
  const checked = await checkIssueFile(host, file, folder);
  diagnostics.push(...checked.diagnostics);
  if (hasErrors(checked.diagnostics)) throw new FailedRun([doesNotHold(file)]);
  const { issue } = settle(parseIssue(await host.readFile(file), file), diagnostics);
  const first = firstLanguage(home.settings.briefs[issue.brief.id]?.languages ?? []);
  const { language } = issue.brief;
  if (basename(dirname(file)) === language && language !== first)
    throw new FailedRun([otherLanguage(file, language, first)]);
  const isOwn = (name: string) => !isForeign(name);
  const request = { home, issue, file, folder: dirname(file), isOwn };
  return withRecordLock(host, home, () => keepAndTell(host, request, who, diagnostics));
}

async function keepAndTell(
  host: Host,
  request: KeepRequest,
  who: Who | undefined,
  diagnostics: Diagnostic[],
): Promise<Release> {
  const { home, issue } = request;
  const { brief, id, version, seal } = issue;
  const log = await readReleaseLog(host, home, brief.id, id);
  if (!log.holds) throw new FailedRun(log.diagnostics);
  mustNotBeCleared(log, version);
  const release = settle(await keepRelease(host, request), diagnostics);
  if (who === undefined) return release;
  const event: ReleaseEvent = { kind: "released", editions: [{ language: brief.language, seal }] };
  const line = { brief: brief.id, issue: id, version, ...who, event };
  settle(await appendRelease(host, home, line), diagnostics);
  return release;
}

/** @throws {FailedRun} where it went further than a release already */
function mustNotBeCleared({ entries, file }: ReleaseLog, version: string): void {
  const state = stateOf(entries, version);
  if (state === "draft" || state === "reviewed") return;
  throw new FailedRun([alreadyCleared(file, version, state)]);
}

function alreadyCleared(file: string, version: string, state: string): Diagnostic {
  return {
    code: "already-released",
    severity: "error",
    message: `version ${version} is ${state} already`,
    place: { file },
    hint: "nothing is left to do",
  };
}

function misnamed(file: string): Diagnostic {
  return {
    code: "release-misnamed",
    severity: "error",
    message: `only a whole issue can be released, by its ${ISSUE}`,
    place: { file },
    hint: `name the ${ISSUE} that brief generate wrote`,
  };
}

/** The record has one issue of each version: that in the brief's first language. */
function otherLanguage(file: string, language: string, first: string): Diagnostic {
  return {
    code: "release-other-language",
    severity: "error",
    message: `is the issue in "${language}", and the one in "${first}" is what is released`,
    place: { file },
    hint: "name the folder around it",
  };
}

function doesNotHold(file: string): Diagnostic {
  return {
    code: "release-refused",
    severity: "error",
    message: "does not hold, and was not released",
    place: { file },
    hint: "mend what is named above, and generate the issue again",
  };
}
