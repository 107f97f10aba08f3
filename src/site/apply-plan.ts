/**
 * Files of a site in, the folder that holds just them out: what changed is written, what the site no longer
 * has is removed first, and files of others stay. The folder's manifest says which are the site's; it is
 * written before anything else, so that a run that ended early leaves nothing that nobody knows of.
 */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { type SiteManifest, SiteManifestSchema, type SiteScope } from "../model/site.js";
import { readJson } from "../text/read-json.js";
import { sha256 } from "../text/sha256.js";
import type { SiteFile } from "./edition.js";

export const SITE_MANIFEST = ".briefwright-site.json";

export interface Applied {
  /** Paths below the folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface ApplyRequest {
  /** For the host. */
  readonly folder: string;
  readonly scope: SiteScope;
  readonly plan: ReadonlyMap<string, SiteFile>;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

/** @throws {HostError} where the folder cannot be read or written */
export async function applyPlan(host: Host, request: ApplyRequest): Promise<Outcome<Applied>> {
  const { folder, plan, dryRun } = request;
  const { value: standing, diagnostics: faults } = await readFolder(host, request);
  if (standing === null) return { value: null, diagnostics: faults };
  const { own, present, links } = standing;
  const written: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [path, file] of plan) {
    if (isOfOthers(path, standing)) diagnostics.push(foreign(folder, path));
    else if (!(await stands(host, join(folder, path), file))) written.push(path);
  }
  const removed = [...own.keys()].filter(
    (path) => !plan.has(path) && present.has(path) && !isBelow(path, links),
  );
  const unchanged = plan.size - written.length - diagnostics.length;
  const applied = { written, removed, unchanged };
  if (!dryRun) {
    const skipped = new Set(diagnostics.map(({ place }) => place?.file));
    await bring(host, request, standing, applied, skipped, diagnostics);
  }
  return { value: applied, diagnostics };
}

interface Standing {
  /** SHA-256 by path of what the site put there. */
  readonly own: ReadonlyMap<string, string | null>;
  /** Paths of what is there. */
  readonly present: ReadonlySet<string>;
  /** Of those what leads elsewhere. */
  readonly links: ReadonlySet<string>;
}

async function readFolder(host: Host, { folder, scope }: ApplyRequest): Promise<Outcome<Standing>> {
  const listed = (await host.exists(folder)) ? await host.listFiles(folder) : [];
  const present = new Set(listed.map(({ path }) => path));
  const links = new Set(listed.flatMap(({ path, kind }) => (kind === "link" ? [path] : [])));
  const path = join(folder, SITE_MANIFEST);
  if (!(await host.exists(path))) {
    if (present.size > 0) return refuse(taken(folder));
    return { value: { own: new Map(), present, links }, diagnostics: [] };
  }
  const manifest = readManifest(await host.readFile(path));
  if (manifest === null) return refuse(taken(folder));
  if (JSON.stringify(manifest.scope) !== JSON.stringify(scope)) {
    return refuse(otherScope(folder, manifest.scope));
  }
  return {
    value: { own: new Map(Object.entries(manifest.files)), present, links },
    diagnostics: [],
  };
}

function readManifest(bytes: Uint8Array): SiteManifest | null {
  const { data } = SiteManifestSchema.safeParse(readJson(bytes));
  const isOutside = Object.keys(data?.files ?? {}).some((path) => !isInside(path));
  return data === undefined || isOutside ? null : data;
}

/** What the manifest names is removed one day: it must lead nowhere else. */
function isInside(path: string): boolean {
  return path.split("/").every((name) => !["", ".", ".."].includes(name));
}

function isOfOthers(path: string, { own, present, links }: Standing): boolean {
  return (present.has(path) && !own.has(path)) || isBelow(path, links);
}

function isBelow(path: string, links: ReadonlySet<string>): boolean {
  if (links.size === 0) return false;
  const parts = path.split("/");
  return parts.some((_, depth) => links.has(parts.slice(0, depth + 1).join("/")));
}

async function stands(host: Host, path: string, file: SiteFile): Promise<boolean> {
  const size = file.kind === "made" ? file.content.length : file.bytes;
  if ((await host.sizeOf(path)) !== size) return false;
  return sha256(await host.readFile(path)) === hashOf(file);
}

function hashOf(file: SiteFile): string {
  return file.kind === "made" ? sha256(file.content) : file.sha256;
}

async function bring(
  host: Host,
  { folder, scope, plan }: ApplyRequest,
  { own }: Standing,
  { written, removed }: Applied,
  skipped: ReadonlySet<string | undefined>,
  diagnostics: Diagnostic[],
): Promise<void> {
  const ours = new Map<string, string | null>();
  for (const [path, file] of plan) {
    if (!skipped.has(join(folder, path))) ours.set(path, hashOf(file));
  }
  const keep = (files: ReadonlyMap<string, string | null>) =>
    host.writeFile(join(folder, SITE_MANIFEST), manifestOf(scope, files));
  if (written.length + removed.length > 0) {
    const coming = written.map((path) => [path, null] as const);
    await keep(new Map([...own, ...ours, ...coming]));
  }
  await host.removeFiles(folder, removed);
  for (const path of written) {
    const file = plan.get(path);
    if (file === undefined) continue;
    const bytes = file.kind === "made" ? file.content : await host.readFile(file.from);
    if (sha256(bytes) === hashOf(file)) await host.writeFile(join(folder, path), bytes);
    else {
      diagnostics.push(changedMeanwhile(path));
      ours.set(path, null);
    }
  }
  const isSame =
    own.size === ours.size && [...ours].every(([path, hash]) => own.get(path) === hash);
  if (!isSame) await keep(ours);
}

function manifestOf(scope: SiteScope, files: ReadonlyMap<string, string | null>): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const manifest: SiteManifest = {
    schema: "briefwright/site/1",
    scope,
    files: Object.fromEntries(sorted),
  };
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
}

function refuse(diagnostic: Diagnostic): { value: null; diagnostics: Diagnostic[] } {
  return { value: null, diagnostics: [diagnostic] };
}

function taken(folder: string): Diagnostic {
  return {
    code: "site-folder-taken",
    severity: "error",
    message: "holds files, and nothing says that a site was made here",
    place: { file: folder },
    hint: "empty the folder, or name another one with --out",
  };
}

function otherScope(folder: string, { markings, briefs }: SiteScope): Diagnostic {
  const of = briefs === null ? "" : `, of ${briefs.join(", ")}`;
  return {
    code: "site-of-others",
    severity: "error",
    message: `holds the site for ${markings.join(", ")}${of}, whose readers may not see what this one has`,
    place: { file: folder },
    hint: "name another folder with --out: each audience has its own",
  };
}

function foreign(folder: string, path: string): Diagnostic {
  return {
    code: "site-file-foreign",
    severity: "warning",
    message: "is not of the site and stands in the place of a file of it: it was left as it is",
    place: { file: join(folder, path) },
    hint: "move it away, and publish again",
  };
}

function changedMeanwhile(path: string): Diagnostic {
  return {
    code: "site-copy-changed",
    severity: "error",
    message: "changed in the record while the site was made, and was not published",
    place: { file: path },
    hint: "publish again",
  };
}
