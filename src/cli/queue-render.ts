/** `brief render --queue`: a job that prints a finished issue, in the place of doing it here. */
import { dirname } from "node:path";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Format } from "../model/format.js";
import { queueWorkspace } from "../queue/index.js";
import { ISSUE, issueFolder } from "../records.js";
import { findIssue } from "../release/find-issue.js";
import { readRecords, readSealedIssue } from "../render-issue-file.js";
import type { CommandState } from "./command.js";
import { openHost } from "./open-host.js";
import { type QueueFlags, queueJobs } from "./queue-options.js";
import { printDiagnostics } from "./terminal.js";

export async function queueRender(
  flags: QueueFlags & { readonly page: string },
  state: CommandState,
  { template, formats }: { template: string | undefined; formats: ReadonlySet<Format> },
): Promise<void> {
  const host = await openHost(flags.workspace ?? dirname(flags.page));
  await queueJobs(flags, state, host, async ({ database }) => {
    const bytes = await host.readFile(flags.page);
    const issue = readSealedIssue(bytes, flags.page);
    const diagnostics: Diagnostic[] = [];
    const at = dirname(flags.page);
    const { workspace } = await findIssue(host, [flags.page], flags.workspace ?? at, diagnostics);
    const records = await readRecords(host, at, issue, bytes);
    const { languages = [] } = workspace.settings.briefs[issue.brief.id] ?? {};
    const folder = `${MADE}/${issueFolder(issue, languages).replaceAll("\\", "/")}`;
    const more = new Map([...records].map(([name, content]) => [`${folder}/${name}`, content]));
    const queued = await queueWorkspace(host, database, workspace.root, more);
    printDiagnostics([...diagnostics, ...queued.diagnostics]);
    const name = { brief: issue.brief.id, issue: issue.id };
    const file = `${folder}/${ISSUE}`;
    const asked = { template: template ?? null, formats: [...formats] };
    return [{ kind: "render" as const, snapshot: queued.snapshot, ...name, file, ...asked }];
  });
}

/** Where a job finds what was made before. */
const MADE = "out";
