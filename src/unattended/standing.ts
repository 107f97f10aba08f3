/** An issue by its name in, whether the desk is past drafts with it out: then no run makes it anew. */
import type { Host } from "../host/host.js";
import { type RecordHome, readReleaseLog, releasedVersions } from "../record/index.js";

export async function isPastDrafts(
  host: Host,
  home: RecordHome,
  brief: string,
  issue: string,
): Promise<boolean> {
  const { issues } = await releasedVersions(host, home, brief);
  if (issues.some(({ id }) => id === issue)) return true;
  // What somebody has reviewed stays as they saw it.
  const { entries, holds } = await readReleaseLog(host, home, brief, issue);
  return entries.length > 0 || !holds;
}
