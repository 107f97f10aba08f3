/** An issue by its name in, whether the desk is past drafts with it out: then no run makes it anew. */
import type { Host } from "../host/host.js";
import { type RecordHome, releasedVersions } from "../record/index.js";

export async function isPastDrafts(
  host: Host,
  home: RecordHome,
  brief: string,
  issue: string,
): Promise<boolean> {
  const { issues } = await releasedVersions(host, home, brief);
  return issues.some(({ id }) => id === issue);
}
