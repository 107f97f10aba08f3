/** The path of a finished issue in, the files that reference managers read of its sources out. */
import { dirname } from "node:path";
import { exportSources } from "./citing/index.js";
import type { Host } from "./host/host.js";
import type { ExportFormat } from "./model/export-format.js";
import { issueFileAt } from "./records.js";
import { readSealedIssue } from "./render-issue-file.js";

export interface ExportRequest {
  /** Path of an `issue.json`, or of its folder. */
  readonly path: string;
  readonly formats: ReadonlySet<ExportFormat>;
}

/**
 * @returns the folder of the issue, and bytes by file name
 * @throws {HostError} where the issue cannot be read
 * @throws {FailedRun} where it was altered
 */
export async function exportIssueFile(
  host: Host,
  { path, formats }: ExportRequest,
): Promise<{ readonly folder: string; readonly files: ReadonlyMap<string, Uint8Array> }> {
  const file = await issueFileAt(host, path);
  const issue = readSealedIssue(await host.readFile(file), file);
  return { folder: dirname(file), files: exportSources(issue.sources, formats) };
}
