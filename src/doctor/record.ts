/** The record: what lies there wrongly, and release logs that do not hold. */
import { briefsOfRecord, releasedVersions } from "../record/index.js";
import { found, foundIn, ofWorkspace } from "./check.js";
import { counted } from "./words.js";

export const recordCheck = ofWorkspace("record", async ({ host, workspace }) => {
  const briefs = await briefsOfRecord(host, workspace);
  const read = await Promise.all(briefs.map((brief) => releasedVersions(host, workspace, brief)));
  const told = foundIn(read.flatMap(({ diagnostics }) => diagnostics));
  const versions = read.flatMap(({ issues }) => issues);
  if (versions.length === 0 && told.length === 0) return [found("ok", "nothing was released yet")];
  const issues = new Set(versions.map(({ brief, id }) => `${brief} ${id}`)).size;
  const words = `${counted(versions.length, "version")} of ${counted(issues, "issue")}`;
  const strange = briefs.filter((id) => !Object.hasOwn(workspace.settings.briefs, id));
  return [
    found("ok", `${words}; brief check --all holds each against its approval`),
    ...told,
    ...strange.map((id) => found("ok", `${id} is a brief of the record, and not of the settings`)),
  ];
});
