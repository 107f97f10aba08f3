/** The folder of a finished issue in, what it keeps of each source, and all of it as one archive, out. */
import { basename, dirname, join } from "node:path";
import { MANIFEST, readEvidenceArticle, readManifest, zipBundle } from "./evidence/index.js";
import { FailedRun } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { parseIssue, sha256 } from "./issue/index.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Issue } from "./model/issue.js";
import type { Manifest } from "./model/manifest.js";
import { ISSUE, issueFileAt } from "./records.js";

/** What is kept of one source. */
export interface KeptSource {
  readonly number: number;
  readonly article: string;
  readonly title: string;
  readonly keeps: readonly ("raw" | "text" | "passages")[];
  readonly passages: number;
}

export interface PackedEvidence {
  readonly issue: string;
  readonly sources: readonly KeptSource[];
  /** Null where no archive was asked for. */
  readonly zip: { readonly file: string; readonly files: number; readonly bytes: number } | null;
}

export interface PackRequest {
  /** An `issue.json`, or the folder of one. */
  readonly path: string;
  /** Whether all of it is packed. */
  readonly zip: boolean;
  /** Path of the archive; beside the issue's folder by default. */
  readonly to?: string | undefined;
}

/** @throws {HostError} @throws {FailedRun} where a file is not as it was made */
export async function packEvidence(
  host: Host,
  { path, zip, to }: PackRequest,
): Promise<PackedEvidence> {
  const file = await issueFileAt(host, path);
  const folder = dirname(file);
  const { value, diagnostics } = parseIssue(await host.readFile(file), file);
  if (value === null) throw new FailedRun(diagnostics);
  const { issue } = value;
  const name = `${issue.brief.id}-${issue.id}-v${issue.version}`;
  const sources = await keptSources(host, folder, issue);
  const told = `${issue.brief.id} ${issue.id}, version ${issue.version}`;
  if (!zip) return { issue: told, sources, zip: null };
  const files = await filesOf(host, folder, issue);
  const bytes = zipBundle(files, name, issue.cutOff.slice(0, "2021-05-09".length));
  const target = to ?? join(dirname(folder), `${name}.zip`);
  if (!(await isFree(host, target))) throw new FailedRun([notAnArchive(target)]);
  await host.writeFile(target, bytes);
  return { issue: told, sources, zip: { file: target, files: files.size, bytes: bytes.length } };
}

/** Where nothing stands, or an archive: a slip on the command line costs no other file. */
async function isFree(host: Host, path: string): Promise<boolean> {
  const size = await host.sizeOf(path);
  if (size === null || size === 0) return true;
  const [first, second] = await host.readFile(path);
  return first === 0x50 && second === 0x4b;
}

function notAnArchive(file: string): Diagnostic {
  return {
    code: "not-an-archive",
    severity: "error",
    message: "stands there already and is no archive",
    place: { file },
    hint: "name another file behind --zip: only an archive is written over",
  };
}

async function keptSources(host: Host, folder: string, { sources }: Issue): Promise<KeptSource[]> {
  const kept: KeptSource[] = [];
  for (const { number, article, title } of sources) {
    const found = await readEvidenceArticle(host, folder, article);
    const known = found === "malformed" ? null : found;
    const keeps = [
      ...(known?.raw ? (["raw"] as const) : []),
      ...(known?.text ? (["text"] as const) : []),
      ...(known === null ? [] : (["passages"] as const)),
    ];
    kept.push({ number, article, title, keeps, passages: known?.passages.length ?? 0 });
  }
  return kept;
}

/** What the manifest names and itself, each as it was made; what else lies there is the desk's. */
async function filesOf(host: Host, folder: string, issue: Issue): Promise<Map<string, Uint8Array>> {
  const manifest = await readManifest(host, folder);
  const place = { file: join(folder, MANIFEST) };
  if (manifest === null || manifest === "malformed" || manifest.issue.seal !== issue.seal) {
    const message = "is not there, or not that of this issue";
    const hint = "generate the issue again: what belongs to it stands in its manifest";
    throw new FailedRun([{ code: "no-manifest", severity: "error", message, place, hint }]);
  }
  const files = new Map([[MANIFEST, await host.readFile(place.file)]]);
  const faults: Diagnostic[] = [];
  if (!manifest.outputs.some(({ path }) => path === ISSUE)) faults.push(notAsMade(folder, ISSUE));
  for (const output of manifest.outputs) {
    const bytes = await readAsMade(host, folder, output);
    if (bytes === null) faults.push(notAsMade(folder, output.path));
    else files.set(output.path, bytes);
  }
  if (faults.length > 0) throw new FailedRun(faults);
  return files;
}

async function readAsMade(
  host: Host,
  folder: string,
  { path, bytes: length, sha256: hash }: Manifest["outputs"][number],
): Promise<Uint8Array | null> {
  if (path.startsWith("/") || path.split(/[/\\]/).includes("..")) return null;
  if ((await host.sizeOf(join(folder, path))) !== length) return null;
  const bytes = await host.readFile(join(folder, path));
  return sha256(bytes) === hash ? bytes : null;
}

function notAsMade(folder: string, path: string): Diagnostic {
  return {
    code: "file-not-as-made",
    severity: "error",
    message: "is not there, or not as it was made",
    place: { file: join(folder, path) },
    hint: `brief check ${basename(folder)}/${ISSUE} names what does not hold; generate the issue again`,
  };
}
