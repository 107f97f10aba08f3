/** The record of a workspace in, what its archive knows of every approved version out. */
import { join } from "node:path";
import type { Workspace } from "./config/workspace.js";
import type { Host } from "./host/host.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { type Distribution, distributionOf } from "./model/distribution.js";
import { fileNameOf } from "./model/file-name.js";
import { FILE_OF_FORMAT } from "./model/format.js";
import { entriesOf, type KeptFile as LoggedFile } from "./model/release-log.js";
import { pathOf, readReleaseLog, recordFolder } from "./record/index.js";
import { type ApprovedIssue, approvedVersions, verifyApproved } from "./release/verify-approved.js";
import {
  anchorsOf,
  type Edition,
  type EditionCopies,
  type KeptFile,
  NO_ANCHORS,
  RESERVED_BRIEFS,
  RESERVED_ISSUES,
  readEdition,
} from "./site/index.js";

export interface ArchivedEditions {
  readonly editions: readonly Edition[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * An issue of which a version is not as it was approved is left out whole: no other one may stand in for it.
 * @param wanted ids of briefs; null for all
 */
export async function archivedEditions(
  host: Host,
  workspace: Workspace,
  distribution: Distribution,
  wanted: readonly string[] | null,
): Promise<ArchivedEditions> {
  const editions: Edition[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of await issuesOfRecord(host, workspace)) {
    if (wanted !== null && !wanted.includes(name.brief)) continue;
    const read = await readIssue(host, workspace, distribution, name);
    diagnostics.push(...read.diagnostics);
    editions.push(...read.editions);
  }
  return { editions, diagnostics };
}

interface IssueName {
  readonly brief: string;
  readonly issue: string;
}

/** In code-unit order. */
async function issuesOfRecord(host: Host, workspace: Workspace): Promise<readonly IssueName[]> {
  const folder = pathOf(workspace, recordFolder(workspace));
  if (!(await host.exists(folder))) return [];
  const names = new Map<string, IssueName>();
  for (const { path } of await host.listFiles(folder)) {
    const [brief = "", issue = "", ...below] = path.split("/");
    if (below.length > 0) names.set(`${brief}/${issue}`, { brief, issue });
  }
  return [...names.values()];
}

async function readIssue(
  host: Host,
  workspace: Workspace,
  distribution: Distribution,
  name: IssueName,
): Promise<ArchivedEditions> {
  const log = await readReleaseLog(host, workspace, name.brief, name.issue);
  if (RESERVED_BRIEFS.has(name.brief) || RESERVED_ISSUES.has(name.issue)) {
    return { editions: [], diagnostics: [reserved(log.file)] };
  }
  if (!log.holds) return { editions: [], diagnostics: log.diagnostics };
  const versions = approvedVersions(log.entries);
  const isReviewed = log.entries.some(({ kind }) => kind === "reviewed");
  if (versions.length === 0) {
    return { editions: [], diagnostics: isReviewed ? [] : [neverApproved(log.file)] };
  }
  const editions: Edition[] = [];
  const diagnostics: Diagnostic[] = [];
  let isWhole = true;
  for (const version of versions) {
    const approved = await verifyApproved(host, workspace, {
      ...name,
      version,
      evenWithdrawn: true,
    });
    diagnostics.push(...approved.diagnostics);
    if (approved.value === null) isWhole = false;
    else editions.push(editionOf(approved.value, distribution));
  }
  return isWhole ? { editions, diagnostics } : { editions: [], diagnostics };
}

function editionOf(approved: ApprovedIssue, distribution: Distribution): Edition {
  const { brief, version, issue, withdrawn, embargo, approvedAt } = approved;
  const { title, desk, language } = issue.brief;
  const page = approved.copies.get(FILE_OF_FORMAT.html);
  const anchors = page === undefined ? NO_ANCHORS : anchorsOf(new TextDecoder().decode(page));
  return {
    brief,
    title,
    desk,
    language,
    issue: issue.id,
    number: issue.number,
    version,
    period: { from: issue.period.from, to: issue.period.to },
    marking: issue.marking.label,
    approvedAt,
    embargo,
    withdrawn: withdrawn === null ? null : { at: withdrawn.at, reason: withdrawn.reason },
    ...readEdition(issue, anchors),
    ...filesOf(approved, distribution),
  };
}

/** What the site shows of the record, under the names that it has there but for the PDF. */
function filesOf(
  approved: ApprovedIssue,
  { site, ...distribution }: Distribution,
): Pick<Edition, "copies" | "files"> {
  const { brief, version, issue, entries } = approved;
  const frozen = entriesOf(entries, version, "approved").at(-1)?.files ?? [];
  const made = entriesOf(entries, version, "copies").at(-1)?.copies ?? [];
  const known = new Map([...frozen, ...made].map((file) => [file.path, file]));
  const { fileName } = distributionOf({ site, ...distribution }, brief);
  const files = new Map<string, KeptFile>();
  const show = (from: string, path: string): string | null => {
    const file = known.get(from);
    if (file === undefined) return null;
    files.set(path, keptFile(approved, file));
    return path;
  };
  const copies = approved.editions.map(({ language }, at): EditionCopies => {
    const below = at === 0 ? "" : `${language}/`;
    const marking = issue.marking.label;
    const pdf = fileNameOf(fileName, { brief, issue: issue.id, version, marking, language });
    show(`${below}${FILE_OF_FORMAT.json}`, `${below}${FILE_OF_FORMAT.json}`);
    for (const path of known.keys()) {
      const isFont = path.startsWith(`copies/${below}fonts/`);
      if (isFont) show(path, path.slice("copies/".length));
      if (site.evidence === "kept" && path.startsWith(`${below}evidence/`)) show(path, path);
    }
    const copy = (format: "html" | "pdf" | "txt", name = FILE_OF_FORMAT[format]) =>
      show(`copies/${below}${FILE_OF_FORMAT[format]}`, `${below}${name}`);
    return { language, page: copy("html"), pdf: copy("pdf", `${pdf}.pdf`), text: copy("txt") };
  });
  return { copies, files };
}

function keptFile({ folder }: ApprovedIssue, { path, bytes, sha256 }: LoggedFile): KeptFile {
  return { kind: "kept", from: join(folder, path), bytes, sha256 };
}

function reserved(file: string): Diagnostic {
  return {
    code: "site-name-taken",
    severity: "warning",
    message: "has a name that the archive needs for itself, and is not in it",
    place: { file },
    hint: "give the brief another id",
  };
}

/** `brief release`, and records of older versions of the program. */
function neverApproved(file: string): Diagnostic {
  return {
    code: "released-unapproved",
    severity: "info",
    message: "is of an issue that was released and never approved: it is not in the archive",
    place: { file },
    hint: "brief review and brief approve clear the next one",
  };
}
