/** A workspace and a scheduler in, the files that make it run the briefs out. */
import { chooseBrief, openWorkspace } from "../../config/workspace.js";
import { settle, tellingAll } from "../../failed-run.js";
import type { Host } from "../../host/host.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { crontabLine } from "./cron.js";
import { githubWorkflow } from "./github-actions.js";
import type { Job, ScheduleFile } from "./job.js";
import { systemdUnits } from "./systemd.js";

export type { ScheduleFile } from "./job.js";

export const SCHEDULERS = ["systemd", "cron", "github-actions"] as const;
export type Scheduler = (typeof SCHEDULERS)[number];

const PRINTERS: Readonly<Record<Scheduler, (job: Job) => readonly ScheduleFile[]>> = {
  systemd: systemdUnits,
  cron: crontabLine,
  "github-actions": githubWorkflow,
};

export interface ScheduleRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  readonly what: string;
  readonly scheduler: Scheduler;
  /** How this program is started: each piece by itself. */
  readonly command: readonly string[];
}

/** @throws {FailedRun} without a workspace, and where nothing bears that name */
export async function scheduleFiles(
  host: Host,
  request: ScheduleRequest,
): Promise<readonly ScheduleFile[]> {
  const kept: Diagnostic[] = [];
  return tellingAll(kept, filesFor(host, request, kept));
}

async function filesFor(
  host: Host,
  { folder, what, scheduler, command }: ScheduleRequest,
  kept: Diagnostic[],
): Promise<readonly ScheduleFile[]> {
  const workspace = settle(await openWorkspace(host, folder), kept);
  const briefs = Object.values(workspace.settings.briefs);
  const ofCadence = briefs.filter(({ cadence }) => cadence === what);
  const named =
    ofCadence.length > 0 ? ofCadence : [settle(chooseBrief(workspace, what), kept).settings];
  const cutOffs = named.map(({ cutOff, timeZone }) => ({ ...cutOff, timeZone }));
  return PRINTERS[scheduler]({ command, folder: workspace.root, what, cutOffs });
}
