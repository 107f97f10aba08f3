/** `brief generate --queue`: a job for each brief and issue, in the place of the work itself. */
import { chooseBrief, type Workspace } from "../config/workspace.js";
import { FailedRun } from "../failed-run.js";
import type { Period } from "../issue/index.js";
import type { ExportFormat } from "../model/export-format.js";
import type { Format } from "../model/format.js";
import { queueWorkspace } from "../queue/index.js";
import type { CommandState } from "./command.js";
import { openHost } from "./open-host.js";
import { type QueueFlags, queueJobs } from "./queue-options.js";
import { printDiagnostics } from "./terminal.js";

export interface GenerateOrder {
  /** Ids; all of the settings where none is named. */
  readonly briefs: readonly string[];
  readonly period: Period | null;
  readonly asOf: string | undefined;
  readonly template: string | undefined;
  /** Undefined for the brief's first language. */
  readonly languages: readonly (string | undefined)[];
  readonly formats: ReadonlySet<Format>;
  readonly exports: ReadonlySet<ExportFormat>;
  readonly reissue: boolean;
  readonly offline: boolean;
}

export async function queueGenerate(
  flags: QueueFlags,
  state: CommandState,
  order: GenerateOrder,
): Promise<void> {
  const host = await openHost(flags.workspace);
  await queueJobs(flags, state, host, async ({ database }) => {
    const folder = flags.workspace ?? process.cwd();
    const { workspace, snapshot, diagnostics } = await queueWorkspace(host, database, folder);
    printDiagnostics(diagnostics);
    const { briefs, asOf = null, template = null, languages, formats, exports, ...rest } = order;
    const ids = briefs.length === 0 ? Object.keys(workspace.settings.briefs) : briefs;
    return ids.map((id) => ({
      ...{ kind: "generate" as const, snapshot, ...rest, asOf, template },
      brief: briefOf(workspace, id),
      languages: languages.filter((language) => language !== undefined),
      formats: [...formats],
      exports: [...exports],
    }));
  });
}

/** @throws {FailedRun} where no brief bears that id, before anything is queued */
function briefOf(workspace: Workspace, id: string): string {
  const { value, diagnostics } = chooseBrief(workspace, id);
  if (value === null) throw new FailedRun(diagnostics);
  return value.id;
}
