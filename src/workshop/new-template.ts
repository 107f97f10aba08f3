/** A name and a template to start from in, the files of a template of one's own out, none written over. */
import { join, relative } from "node:path";
import { loadTemplateFiles, templateNames, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome, Place } from "../model/diagnostic.js";
import { foldersOf, type TemplateFiles } from "../model/template-folder.js";
import { PROGRAM } from "../program.js";
import { describeTemplate } from "../templating/index.js";
import { copyWhole } from "./copy-whole.js";
import { starterFiles } from "./starter-files.js";
import { BASE_FILE, textsOf, writeBase } from "./template-base.js";

export interface NewTemplateRequest {
  readonly name: string;
  /** What it starts from. */
  readonly from: string;
  /** Whether it is a copy of all, which gets no mends by itself, and not one that extends. */
  readonly full: boolean;
}

export interface NewTemplate {
  /** As a person would type it. */
  readonly folder: string;
  /** Paths below the folder, in order. */
  readonly files: readonly string[];
}

export async function makeTemplate(
  host: Host,
  workspace: Workspace,
  request: NewTemplateRequest,
): Promise<Outcome<NewTemplate>> {
  const { value, diagnostics } = await planTemplate(host, workspace, request);
  if (value === null) return { value, diagnostics };
  const { folder, files } = value;
  await host.writeFiles(join(workspace.root, folder), files);
  return { value: { folder, files: [...files.keys()].sort() }, diagnostics };
}

export interface PlannedTemplate {
  /** As a person would type it. */
  readonly folder: string;
  /** By path below the folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What a new template would hold; nothing is written. @param workspace which may not be there yet */
export async function planTemplate(
  host: Host,
  workspace: Workspace,
  request: NewTemplateRequest,
): Promise<Outcome<PlannedTemplate>> {
  const { name } = request;
  const folder = `${workspace.settings.templates}/${name}`;
  const path = join(workspace.root, folder);
  const fault = await faultOfName(host, workspace, name, path, { file: folder });
  if (fault !== null) return { value: null, diagnostics: [fault] };
  const loaded = await loadTemplateFiles(host, workspace, request.from);
  if (loaded.value === null) return { value: null, diagnostics: loaded.diagnostics };
  const parent = loaded.value;
  const described = describeTemplate(parent);
  if (described.value === null) return { value: null, diagnostics: described.diagnostics };
  const own = request.full
    ? copyWhole(name, parent, described.value)
    : starterFiles(name, described.value, shownPath(workspace, parent));
  const base = writeBase({
    from: request.from,
    program: PROGRAM.version,
    files: Object.fromEntries(textsOf(foldersOf(parent))),
  });
  return {
    value: { folder, files: new Map([...own, [BASE_FILE, base] as const]) },
    diagnostics: [],
  };
}

/** Where a person finds the files of a template: below the workspace, or where the program is. */
function shownPath({ root }: Workspace, { path }: TemplateFiles): string {
  const below = relative(root, path);
  return below.startsWith("..") ? path : below;
}

async function faultOfName(
  host: Host,
  workspace: Workspace,
  name: string,
  path: string,
  place: Place,
): Promise<Diagnostic | null> {
  const refuse = (code: string, message: string, hint: string): Diagnostic => {
    return { code, severity: "error", message, place, hint };
  };
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) {
    const message = `“${name}” is no name for a template`;
    return refuse("template-name", message, "use small letters, digits and hyphens: my-brief");
  }
  if (await host.exists(path)) {
    const hint = "choose another name, or move the folder away; nothing was written";
    return refuse("template-exists", "there is such a folder already", hint);
  }
  if ((await templateNames(host, workspace)).includes(name)) {
    const message = `“${name}” is the name of a template that comes with the program`;
    return refuse("template-name", message, `choose another one, such as my-${name}`);
  }
  return null;
}
