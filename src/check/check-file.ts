/** From the path of a finished brief to what does not hold in it: what the file holds says how it is checked. */
import type { Host } from "../host/host.js";
import { type CheckResult, checkIssueFile } from "./check-issue-file.js";

/**
 * @param folder where to look for the workspace whose corpus the brief was made from
 * @throws {HostError} where the file cannot be read
 */
export async function checkFile(host: Host, file: string, folder?: string): Promise<CheckResult> {
  return checkIssueFile(host, file, folder);
}
