/** A request for the next version of a released issue in, the same with the options of that issue out. */
import { chooseBrief, openWorkspace } from "../config/workspace.js";
import { FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { type Period, saysSomethingNew, templateOf } from "../issue/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { type ReleasedIssue, readReleased, recordFolder, releasedIssues } from "../record/index.js";
import type { BriefRequest } from "./gather.js";

/**
 * Period, as-of day, language and template are those of the issue unless the request names others.
 * @throws {FailedRun} where nothing was released, or what was is not as it was made
 */
export async function prepareReissue(
  host: Host,
  request: BriefRequest,
  diagnostics: Diagnostic[],
): Promise<BriefRequest> {
  const workspace = settle(await openWorkspace(host, request.folder), diagnostics);
  const { id } = settle(chooseBrief(workspace, request.brief), diagnostics);
  const record = await releasedIssues(host, workspace, id);
  diagnostics.push(...record.diagnostics);
  const released = chooseIssue(record.issues, request.period);
  if (released === null) {
    throw new FailedRun([nothingReleased(recordFolder(workspace, id), request.period)]);
  }
  const { issue } = settle(await readReleased(host, released), diagnostics);
  return {
    ...request,
    brief: id,
    period: periodOf(issue),
    asOf: request.asOf ?? issue.asOf?.day,
    language: request.language ?? issue.brief.language,
    template: request.template ?? templateOf(issue),
    superseded: issue,
  };
}

/** The latest period where none is named. */
function chooseIssue(
  issues: readonly ReleasedIssue[],
  period: Period | null,
): ReleasedIssue | null {
  const wanted = period === null ? issues : issues.filter(({ id }) => id === period.id);
  return wanted.at(-1) ?? null;
}

function periodOf({ id, period: { from, to, week } }: Issue): Period {
  return { id, from, to, week };
}

/** @throws {FailedRun} where a reissue would say nothing that the released issue does not say */
export function refuseUnchanged(issue: Issue, superseded: Issue | undefined): void {
  if (superseded === undefined || saysSomethingNew(issue, superseded)) return;
  throw new FailedRun([
    {
      code: "nothing-changed",
      severity: "error",
      message: `everything is as it was in version ${superseded.version}: there is nothing to reissue`,
      hint: "write what has to be put right under corrections: in the desk's notes",
    },
  ]);
}

function nothingReleased(folder: string, period: Period | null): Diagnostic {
  return {
    code: "nothing-released",
    severity: "error",
    message: `holds no released issue${period === null ? "" : ` of ${period.id}`}`,
    place: { file: folder },
    hint: "brief release puts a finished issue there; only what was released can be reissued",
  };
}
