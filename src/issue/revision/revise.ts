/** An issue and the released one whose place it takes in, the same issue as its next version out. */
import type { Issue } from "../../model/issue.js";
import { findChanges } from "./find-changes.js";
import { nextVersion } from "./versions.js";

type Unsealed = Omit<Issue, "seal">;

/** @param superseded null where the issue is the first of its period */
export function revise(issue: Unsealed, superseded: Issue | null): Unsealed {
  if (superseded === null) return issue;
  const { version, seal } = superseded;
  return {
    ...issue,
    version: nextVersion(version),
    revision: { supersedes: { version, seal }, changes: findChanges(superseded, issue) },
  };
}

/** Whether a reissue has anything to say; words of the desk alone are enough. */
export function saysSomethingNew(issue: Issue, superseded: Issue): boolean {
  const words = ({ corrections }: Issue) => JSON.stringify(corrections.map(({ text }) => text));
  const changes = issue.revision?.changes ?? [];
  return changes.length > 0 || words(issue) !== words(superseded);
}
