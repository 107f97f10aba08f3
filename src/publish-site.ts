/**
 * The record of a workspace and an audience in, the site of what was approved for it out: `brief publish`.
 * What its readers may not see, or not yet, leaves no trace in it.
 */
import { join, resolve } from "node:path";
import { archivedEditions } from "./archived-editions.js";
import { loadDistribution } from "./config/distribution-file.js";
import { openWorkspace, type Workspace } from "./config/workspace.js";
import { WORK_FOLDER } from "./corpus/index.js";
import { diagnose, FailedRun, settle } from "./failed-run.js";
import type { Clock } from "./host/clock.js";
import type { Host } from "./host/host.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Distribution } from "./model/distribution.js";
import { isMarking, isPublic, type MarkingScheme, maySee, schemesWith } from "./model/marking.js";
import type { PublishResult, SiteScope } from "./model/site.js";
import {
  applyPlan,
  buildArchive,
  type Edition,
  loadSiteAssets,
  markingsStyle,
  planSite,
  type Site,
  type SiteAssets,
  whyWithheld,
  wordsFrom,
} from "./site/index.js";
import { closest } from "./text/suggest.js";

export interface PublishRequest {
  /** Where to look for the workspace. */
  readonly folder: string;
  /** What its readers may see besides what everybody may; nothing by default. */
  readonly markings?: readonly string[] | undefined;
  /** Ids of the briefs in it; all by default. */
  readonly briefs?: readonly string[] | undefined;
  /** Folder of the site; below `out/site/` by default, one for each audience. */
  readonly out?: string | undefined;
  /** Nothing is written. */
  readonly dryRun?: boolean | undefined;
}

/** The site of everybody. */
const PUBLIC = "public";

export async function publishSite(
  host: Host,
  clock: Pick<Clock, "now">,
  request: PublishRequest,
): Promise<PublishResult> {
  const diagnostics: Diagnostic[] = [];
  const scope: SiteScope = { markings: [...(request.markings ?? [PUBLIC])], briefs: null };
  const counts = { issues: 0, files: 0, unchanged: 0 };
  const nothing = { folder: null, ...counts, withheld: [], written: [], removed: [] };
  const dryRun = request.dryRun ?? false;
  try {
    return { ...(await publish(host, clock, request, diagnostics)), dryRun, diagnostics };
  } catch (error) {
    diagnostics.push(...diagnose(error));
    return { ...nothing, scope, dryRun, diagnostics };
  }
}

async function publish(
  host: Host,
  clock: Pick<Clock, "now">,
  request: PublishRequest,
  diagnostics: Diagnostic[],
): Promise<Omit<PublishResult, "dryRun" | "diagnostics">> {
  const { out, dryRun = false } = request;
  const workspace = settle(await openWorkspace(host, request.folder), diagnostics);
  const distribution = settle(await loadDistribution(host, workspace), diagnostics);
  const audience = audienceOf(workspace, request);
  const { scope } = audience;
  const read = await archivedEditions(host, workspace, distribution, scope.briefs);
  diagnostics.push(...read.diagnostics);
  const assets = await loadSiteAssets(host);
  const now = clock.now();
  const site = siteOf(workspace, distribution, audience, read.editions, assets, now);
  const withheld = withheldOf(read.editions, audience.sees, now);
  if (site.baseUrl === null) diagnostics.push(noAddress());
  const style = new TextEncoder().encode(markingsStyle(audience.schemes, audience.sees));
  const plan = planSite(site, new Map([...assets.files, ["markings.css", style]]));
  const folder = resolve(out ?? join(workspace.root, workspace.settings.out, placeOf(audience)));
  const applied = await underLock(host, workspace, () =>
    applyPlan(host, { folder, scope, plan, dryRun }),
  );
  const done = settle(applied, diagnostics);
  const issues = site.briefs.flatMap((brief) => brief.issues).length;
  const { written, removed, unchanged } = done;
  const paths = { written: [...written], removed: [...removed], unchanged };
  return { folder, scope, issues, withheld, files: plan.size, ...paths };
}

function withheldOf(
  editions: readonly Edition[],
  sees: (marking: string) => boolean,
  now: number,
): PublishResult["withheld"] {
  return editions.flatMap((edition) => {
    const { brief, issue, version } = edition;
    const why = whyWithheld(edition, { sees, now });
    return why === null ? [] : [{ brief, issue, version, why }];
  });
}

interface Audience {
  readonly scope: SiteScope;
  readonly schemes: readonly MarkingScheme[];
  readonly sees: (marking: string) => boolean;
  readonly isPublic: boolean;
}

/** What everybody may see is in every site. */
function audienceOf({ settings }: Workspace, { markings, briefs }: PublishRequest): Audience {
  const schemes = schemesWith(settings.markings);
  const known = schemes.flatMap(({ labels }) => labels.map(({ label }) => label));
  const open = known.filter((label) => isPublic(label, schemes));
  const unknown = (markings ?? []).find((label) => !isMarking(label, schemes));
  if (unknown !== undefined) throw new FailedRun([noMarking(unknown, known)]);
  const ids = Object.keys(settings.briefs);
  const stranger = (briefs ?? []).find((id) => !ids.includes(id));
  if (stranger !== undefined) throw new FailedRun([noBrief(stranger, ids)]);
  const named = (markings ?? []).filter((label) => !open.includes(label)).toSorted();
  const allowed = [...open, ...named];
  return {
    scope: {
      markings: named.length === 0 ? open : [...new Set(named)],
      briefs: briefs === undefined ? null : [...new Set(briefs)].toSorted(),
    },
    schemes,
    sees: (marking) => maySee(allowed, marking, schemes),
    isPublic: named.length === 0,
  };
}

function siteOf(
  { settings }: Workspace,
  { site }: Distribution,
  { scope, sees, isPublic: isOpen }: Audience,
  editions: readonly Edition[],
  { labels }: SiteAssets,
  now: number,
): Site {
  const wordsOf = wordsFrom(labels);
  const briefs = buildArchive(editions, { sees, now });
  const [first] = Object.values(settings.briefs);
  const language = site.language ?? first?.languages[0] ?? "en";
  return {
    title: site.title ?? wordsOf(language).say("site"),
    language: wordsOf(language).language,
    baseUrl: site.baseUrl?.replace(/\/+$/, "") ?? null,
    markings: scope.markings,
    isPublic: isOpen,
    briefs,
    wordsOf,
  };
}

/** `site/public`, `site/tlp-green`, `site/tlp-green.weekly`: a folder for each audience. */
function placeOf({ scope: { markings, briefs }, isPublic: isOpen }: Audience): string {
  const name = isOpen ? PUBLIC : markings.map(slugOfLabel).join("_");
  return join("site", briefs === null ? name : `${name}.${briefs.join("_")}`);
}

function slugOfLabel(label: string): string {
  return label.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-");
}

async function underLock<T>(host: Host, { root }: Workspace, work: () => Promise<T>): Promise<T> {
  const folder = join(root, WORK_FOLDER);
  await host.workFolder(folder);
  const lock = await host.takeLock(join(folder, "publish.lock"));
  if (lock === null) throw new FailedRun([isRunning()]);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function noMarking(label: string, known: readonly string[]): Diagnostic {
  const near = closest(label, known);
  return {
    code: "unknown-marking",
    severity: "error",
    message: `there is no marking "${label}"`,
    hint: near === null ? `there are: ${known.join(", ")}` : `did you mean "${near}"?`,
  };
}

function noBrief(id: string, ids: readonly string[]): Diagnostic {
  const near = closest(id, ids);
  return {
    code: "unknown-name",
    severity: "error",
    message: `there is no brief "${id}"`,
    hint: near === null ? `there are: ${ids.join(", ")}` : `did you mean "${near}"?`,
  };
}

function noAddress(): Diagnostic {
  return {
    code: "site-without-address",
    severity: "info",
    message: "has no address: feeds and the sitemap name addresses, and are not made",
    place: { file: "distribution.yaml" },
    hint: "write where it can be read: site: { baseUrl: https://briefs.example.org }",
  };
}

function isRunning(): Diagnostic {
  return {
    code: "publish-running",
    severity: "error",
    message: "another process is publishing this workspace",
    hint: "wait until it is done",
  };
}
