/** From an issue to the released one that it is compared with, where a workspace has it in its record. */
import { openWorkspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Issue } from "../model/issue.js";
import { readReleased, releasedVersions } from "../record/index.js";

/** @param folder of the workspace, or below it @returns null where nothing can be said of it */
export async function previousAtHand(
  host: Host,
  folder: string,
  { brief, previous }: Pick<Issue, "brief" | "previous">,
): Promise<Issue | null> {
  if (previous === null) return null;
  const { value: workspace } = await openWorkspace(host, folder);
  if (workspace === null) return null;
  const { issues } = await releasedVersions(host, workspace, brief.id);
  const found = issues.find(
    ({ id, version }) => id === previous.issue && version === previous.version,
  );
  if (found === undefined) return null;
  const { value } = await readReleased(host, found);
  return value?.issue ?? null;
}
