/** A version by its name in, what was frozen at its approval out, once every hash of it is the one that was signed. */
import { join } from "node:path";
import type { Workspace } from "../config/workspace.js";
import { type Host, HostError } from "../host/host.js";
import { canonicalJson, parseIssue, sha256 } from "../issue/index.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { Recipient } from "../model/recipient.js";
import { type EntryOf, entriesOf, type KeptFile } from "../model/release-log.js";
import { type ReleaseLog, readReleaseLog, recordFolder } from "../record/index.js";
import { ISSUE } from "../records.js";
import { readJson } from "../text/read-json.js";
import { FrozenRecipientsSchema } from "./freeze-version.js";
import { FROZEN_TEMPLATE, type Templates, thawTemplates } from "./frozen-template.js";
import type { Edition } from "./load-editions.js";
import { signEditions, signLook, signOptions } from "./signature.js";
import { frozenFiles, RECIPIENTS } from "./version-files.js";

export interface VersionName {
  readonly brief: string;
  readonly issue: string;
  readonly version: string;
}

export interface FrozenVersion {
  readonly log: ReleaseLog;
  readonly approved: EntryOf<"approved">;
  /** For the host. */
  readonly folder: string;
  /** The same below the workspace, as a person would type it. */
  readonly shown: string;
  /** That in the brief's first language comes first. */
  readonly editions: readonly Edition[];
  readonly templates: Templates;
  readonly recipients: readonly Recipient[];
}

/** The value is null where anything is not as it was signed: then it counts as approved no more. */
export async function readFrozen(
  host: Host,
  workspace: Workspace,
  { brief, issue, version }: VersionName,
): Promise<Outcome<FrozenVersion>> {
  const log = await readReleaseLog(host, workspace, brief, issue);
  if (!log.holds) return refuse(log.diagnostics);
  const approved = entriesOf(log.entries, version, "approved").at(-1);
  if (approved === undefined) return refuse([notApproved(log.file, version)]);
  const shown = recordFolder(workspace, brief, issue, `v${version}`);
  const folder = join(workspace.root, shown);
  try {
    const faults = await filesChanged(host, { folder, shown }, approved.files);
    if (faults.length > 0) return refuse(faults);
    const read = await readParts(host, { folder, shown }, approved);
    if (read.value === null) return { value: null, diagnostics: read.diagnostics };
    const voided = signatureBroken(read.value, approved, log.file);
    if (voided.length > 0) return refuse(voided);
    return {
      value: { log, approved, folder, shown, ...read.value },
      diagnostics: log.diagnostics,
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { message, hint } = error;
    return refuse([{ code: "host", severity: "error", message, place: { file: shown }, hint }]);
  }
}

interface Place {
  readonly folder: string;
  readonly shown: string;
}

type Parts = Pick<FrozenVersion, "editions" | "templates" | "recipients">;

async function readParts(
  host: Host,
  { folder, shown }: Place,
  approved: EntryOf<"approved">,
): Promise<Outcome<Parts>> {
  const editions: Edition[] = [];
  for (const [index, { language, seal }] of approved.editions.entries()) {
    const below = index === 0 ? "" : language;
    const file = join(folder, below, ISSUE);
    const { value, diagnostics } = parseIssue(await host.readFile(file), file);
    if (value === null) return { value: null, diagnostics };
    if (!value.sealHolds || value.issue.seal !== seal) {
      return refuse([voided(join(shown, below, ISSUE), "the issue", "is not as it was approved")]);
    }
    editions.push({ issue: value.issue, below });
  }
  const templates = await thawTemplates(host, folder, shown);
  if (templates.value === null) return { value: null, diagnostics: templates.diagnostics };
  const listed = readJson(await host.readFile(join(folder, RECIPIENTS)));
  const recipients = FrozenRecipientsSchema.safeParse(listed).data;
  if (recipients === undefined || recipients.length !== approved.recipients) {
    return refuse([voided(join(shown, RECIPIENTS), "the list of recipients", "cannot be read")]);
  }
  return { value: { editions, templates: templates.value, recipients }, diagnostics: [] };
}

async function filesChanged(
  host: Host,
  { folder, shown }: Place,
  signed: readonly KeptFile[],
): Promise<Diagnostic[]> {
  const found = new Map((await frozenFiles(host, folder)).map((file) => [file.path, file]));
  const asked = new Set(signed.map(({ path }) => path));
  return [
    ...signed.flatMap((file) => {
      const now = found.get(file.path);
      if (now?.sha256 === file.sha256) return [];
      const what = now === undefined ? "is gone" : "is not as it was approved";
      return [voided(`${shown}/${file.path}`, partOf(file.path), what)];
    }),
    ...[...found.keys()]
      .filter((path) => !asked.has(path))
      .map((path) => voided(`${shown}/${path}`, partOf(path), "was put there after the approval")),
  ];
}

/** What a file is to a person. */
function partOf(path: string): string {
  const name = path.split("/").at(-1) ?? "";
  if (name === ISSUE) return "the issue";
  if (path === RECIPIENTS) return "the list of recipients";
  if (!path.startsWith(`${FROZEN_TEMPLATE}/`)) return "what the issue rests on";
  return /\.(?:hbs|ya?ml|json)$/.test(name) ? "the template" : "the style";
}

/** The files are as they were signed; what the log says was signed has to be those files. */
function signatureBroken(
  { editions, templates }: Parts,
  { signature, options, editions: sealed }: EntryOf<"approved">,
  file: string,
): Diagnostic[] {
  const [first] = editions;
  if (first === undefined) return [];
  const seals = editions.map(({ issue: { brief, seal } }) => ({ language: brief.language, seal }));
  const now = {
    seal: signEditions(seals),
    ...signLook(templates, first.issue),
    options: signOptions(options),
  };
  const parts = {
    seal: "the issue",
    template: "the template",
    style: "the style",
    marking: "the marking",
    options: "the options",
  } as const;
  const broken = (Object.keys(parts) as (keyof typeof parts)[]).filter(
    (part) => now[part] !== signature[part],
  );
  if (canonicalJson(seals) !== canonicalJson(sealed)) broken.push("seal");
  return [...new Set(broken)].map((part) => voided(file, parts[part], "is not what was signed"));
}

export function voided(file: string, part: string, what: string): Diagnostic {
  return {
    code: "approval-void",
    severity: "error",
    message: `${part} ${what}: the approval does not stand`,
    place: { file },
    hint: "put the frozen folder back from a copy of the record, or reissue and approve anew",
  };
}

function notApproved(file: string, version: string): Diagnostic {
  return {
    code: "not-approved",
    severity: "error",
    message: `version ${version} is not approved`,
    place: { file },
    hint: "brief review, then brief approve",
  };
}

function refuse(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { value: null, diagnostics };
}

/** @returns whether bytes are those that were kept */
export function isKept(bytes: Uint8Array, { sha256: hash }: KeptFile): boolean {
  return sha256(bytes) === hash;
}
