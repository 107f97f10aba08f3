/** The record stage: what was released, read back and added to. */

export { appendRelease, type ReleaseEventOf } from "./append-release.js";
export { type KeepRequest, keepRelease } from "./keep-release.js";
export { type Evidence, readEvidence } from "./read-evidence.js";
export type { ReleasedIssue } from "./read-heads.js";
export { type ReadIssue, readReleased } from "./read-released.js";
export { compareVersions, pathOf, type RecordHome, recordFolder } from "./record-places.js";
export {
  parseReleaseLog,
  RELEASE_LOG,
  type ReleaseLog,
  readLogFile,
  readReleaseLog,
} from "./release-log.js";
export {
  briefsOfRecord,
  lastReleased,
  type Released,
  releasedIssues,
  releasedVersions,
} from "./released-issues.js";
