/** An issue as any version of this program wrote it in, the same in today's shape out, step by step. */
import { from1To2 } from "./from-1-to-2.js";
import { from2To3 } from "./from-2-to-3.js";
import type { JsonObject } from "./json-object.js";

/** The version of `briefwright/issue/<n>` that this program writes. */
export const ISSUE_VERSION = 3;

/** Each step leads from one version to the next; none ever changes, and none is taken out. */
const STEPS: ReadonlyMap<number, (issue: JsonObject) => JsonObject> = new Map([
  [1, from1To2],
  [2, from2To3],
]);

/** @returns the version that an issue says it was written in; null where it says none */
export function writtenVersion(issue: JsonObject): number | null {
  const match = /^briefwright\/issue\/([1-9]\d{0,5})$/.exec(String(issue.schema));
  return match === null ? null : Number(match[1]);
}

/** @param version 1 to today's */
export function migrateIssue(issue: JsonObject, version: number): JsonObject {
  let migrated = issue;
  for (let step = version; step < ISSUE_VERSION; step += 1) {
    migrated = STEPS.get(step)?.(migrated) ?? migrated;
  }
  return migrated;
}
