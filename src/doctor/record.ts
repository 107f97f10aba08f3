/** The record: what lies there wrongly, and release logs that do not hold. */
import { join } from "node:path";
import { briefsOfRecord, releasedVersions } from "../record/index.js";
import { type Found, found, foundIn, type OfWorkspace, ofWorkspace } from "./check.js";
import { counted } from "./words.js";

export const recordCheck = ofWorkspace("record", async (examined) => [
  ...(await inRecord(examined)),
  ...(await leftBehind(examined)),
]);

/** What was released and sent before the record was shared, and is not known there. */
async function leftBehind({ host, own, workspace }: OfWorkspace): Promise<readonly Found[]> {
  const folder = join(workspace.root, workspace.settings.corpus, "record");
  if ((host.engines?.ledger ?? null) === null || !(await own.exists(folder))) return [];
  const listed = (await own.listFiles(folder)).map(({ path }) => path);
  // The ledger is no file of the shared record.
  const files = listed.filter((path) => !path.startsWith("deliveries.sqlite"));
  const known = await Promise.all(
    files.slice(0, MOST).map((path) => host.exists(join(folder, path))),
  );
  const lacking = files.filter((_, index) => known[index] === false);
  const [first] = lacking;
  if (first === undefined) return [];
  const words = `${counted(lacking.length, "file")} of a record here are not in the shared one`;
  const hint = "brief record import takes them there; until then it may be sent again";
  return [found("error", words, hint, { file: `${workspace.settings.corpus}/record/${first}` })];
}

/** Files that are looked up at most. */
const MOST = 2000;

async function inRecord({ host, workspace }: OfWorkspace): Promise<readonly Found[]> {
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
}
