/** `brief fetch --queue`: a job that fetches feeds into the shared archive, in the place of doing it here. */
import { FailedRun } from "../failed-run.js";
import { queueWorkspace } from "../queue/index.js";
import type { CommandState } from "./command.js";
import { openHost } from "./open-host.js";
import { type QueueFlags, queueJobs } from "./queue-options.js";
import { printDiagnostics } from "./terminal.js";

export async function queueFetch(
  flags: QueueFlags,
  state: CommandState,
  feeds: readonly string[],
): Promise<void> {
  const host = await openHost(flags.workspace);
  if (host.engines !== undefined && host.engines.corpus === null)
    throw new FailedRun([noArchive()]);
  await queueJobs(flags, state, host, async ({ database }) => {
    const folder = flags.workspace ?? process.cwd();
    const { snapshot, diagnostics } = await queueWorkspace(host, database, folder);
    printDiagnostics(diagnostics);
    return [{ kind: "fetch" as const, snapshot, feeds: [...feeds] }];
  });
}

function noArchive() {
  return {
    code: "no-shared-archive",
    severity: "error" as const,
    message: "names no archive that workers could put articles into",
    place: { file: "engines.yaml" },
    hint: "write corpus: opensearch://host:9200/prefix there, or fetch without --queue",
  };
}
