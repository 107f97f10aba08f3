/** `brief send --queue`: a job that hands over an approved issue, in the place of doing it here. */
import type { Diagnostic } from "../model/diagnostic.js";
import { queueWorkspace } from "../queue/index.js";
import { findIssue } from "../release/find-issue.js";
import type { SendOccasion } from "../send/approved-edition.js";
import type { CommandState } from "./command.js";
import { openHost } from "./open-host.js";
import { type QueueFlags, queueJobs } from "./queue-options.js";
import { printDiagnostics } from "./terminal.js";

export interface SendOrder {
  readonly words: readonly string[];
  readonly lists: readonly string[];
  readonly occasion: SendOccasion;
  readonly by: string;
  readonly again: boolean;
}

export async function queueSend(
  flags: QueueFlags,
  state: CommandState,
  { words, lists, ...order }: SendOrder,
): Promise<void> {
  const host = await openHost(flags.workspace);
  await queueJobs(flags, state, host, async ({ database }) => {
    const folder = flags.workspace ?? process.cwd();
    const diagnostics: Diagnostic[] = [];
    const { brief, issue } = await findIssue(host, words, folder, diagnostics);
    const queued = await queueWorkspace(host, database, folder);
    printDiagnostics([...diagnostics, ...queued.diagnostics]);
    const { snapshot } = queued;
    return [{ kind: "send" as const, snapshot, brief, issue, lists: [...lists], ...order }];
  });
}
