/** What a reissue says of the version that it takes the place of, found once more where that is at hand. */
import type { Issue } from "../../model/issue.js";
import { findChanges } from "../revision/find-changes.js";
import { isFirstVersion, nextVersion } from "../revision/versions.js";
import type { Breach, Sources } from "./fault.js";

export function checkRevision(issue: Issue, { superseded, program }: Sources): Breach[] {
  const { revision, version } = issue;
  if (revision === null) {
    if (isFirstVersion(version)) return [];
    return [breach(`version ${version} does not say which version it takes the place of`)];
  }
  const { supersedes, changes } = revision;
  const next = nextVersion(supersedes.version);
  if (version !== next) {
    return [breach(`version ${version} does not follow ${supersedes.version}, ${next} does`)];
  }
  if (superseded === undefined || superseded === null) return [];
  if (superseded.seal !== supersedes.seal) {
    return [breach(`version ${supersedes.version} in the record has another seal`)];
  }
  const stated = changes.map(({ id }) => id).join();
  const found = findChanges(superseded, issue).map(({ id }) => id);
  if (stated === found.join()) return [];
  const differs = breach(
    `${changes.length} changes are stated, ${found.length} are there`,
    "changes",
  );
  // Another version of the program may tell changes in other words.
  const isOfThis = program === undefined || program === issue.program.version;
  return [isOfThis ? differs : { ...differs, severity: "warning" }];
}

function breach(message: string, part?: string): Breach {
  const path = part === undefined ? "revision" : `revision.${part}`;
  return { code: "revision-differs", message, at: { slot: "revision", path } };
}
