/** An issue in, its standing paragraphs as their files have them out, where these are as they were. */
import { loadStanding } from "../config/standing-files.js";
import type { Workspace } from "../config/workspace.js";
import { readStanding } from "../desk/index.js";
import type { Host } from "../host/host.js";
import type { Issue, StandingParagraph } from "../model/issue.js";

/**
 * @param isOwn whether a file has the hash that the issue names
 * @returns null where a file has changed since, or is gone
 */
export async function standingAtHand(
  host: Host,
  workspace: Workspace,
  { desk, brief, cutOff }: Issue,
  isOwn: (file: string, text: string) => boolean,
): Promise<readonly StandingParagraph[] | null> {
  const names = desk.standing.map(({ name }) => name);
  // A name is part of a path: an issue may come from anywhere.
  if (!names.every((name) => /^[\w-]+$/.test(name))) return null;
  const found: StandingParagraph[] = [];
  for (const { name, file, text } of await loadStanding(host, workspace, names, brief.language)) {
    if (text === null || !isOwn(file, text)) return null;
    const { value } = readStanding({ name, file, text }, cutOff.slice(0, "2021-05-09".length));
    if (value !== null) found.push(value);
  }
  return found;
}
