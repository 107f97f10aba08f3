/** The name of a template in, its folder and those of all that it extends out. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome, Place } from "../model/diagnostic.js";
import type { TemplateFiles, TemplateFolder } from "../model/template-folder.js";
import { closest } from "../text/suggest.js";
import { parseYaml } from "../text/yaml.js";
import { readGivenLook } from "./given-look.js";
import type { Workspace } from "./workspace.js";

/** Templates in a row of which each extends the next. */
export const MOST_TEMPLATES = 8;

/**
 * The workspace's own template of this name, or the one that comes with the program, with its chain.
 * @param workspace null where there is none
 * @param brief id of the brief whose settings give the template its parameters
 */
export async function loadTemplateFiles(
  host: Host,
  workspace: Workspace | null,
  name: string,
  brief?: string,
): Promise<Outcome<TemplateFiles>> {
  const own = await findTemplate(host, workspace, name);
  if (own === null) {
    const hint =
      "name a folder below templates/ that has a template.yaml, in the settings or by --template";
    return refuse("no-template", "there is no such template", place(workspace, name), hint);
  }
  const parents: TemplateFolder[] = [];
  for (let child: TemplateFolder = own; ; ) {
    const wanted = parentOf(child);
    if (wanted === null) {
      const given = await readGivenLook(host, workspace, brief);
      return { value: { ...own, parents, given }, diagnostics: [] };
    }
    const known = [own, ...parents].map((template) => template.name);
    if (known.includes(wanted.name)) return refuseCycle([...known, wanted.name], wanted.place);
    if (known.length === MOST_TEMPLATES) return refuseDepth(known, wanted.place);
    const parent = await findTemplate(host, workspace, wanted.name);
    if (parent === null) return refuseParent(host, workspace, wanted.name, wanted.place);
    parents.push(parent);
    child = parent;
  }
}

function place(workspace: Workspace | null, name: string): Place {
  return { file: `${folderOf(workspace)}/${name}` };
}

/** As a person would type it. */
function folderOf(workspace: Workspace | null): string {
  return workspace?.settings.templates ?? "templates";
}

/** Below which the templates of the workspace stand, then those that come with the program. */
export function templateRoots(workspace: Workspace | null): readonly string[] {
  const shipped = fileURLToPath(new URL("../../templates", import.meta.url));
  return workspace === null
    ? [shipped]
    : [join(workspace.root, workspace.settings.templates), shipped];
}

async function findTemplate(
  host: Host,
  workspace: Workspace | null,
  name: string,
): Promise<TemplateFolder | null> {
  if (!/^[\w-]+$/.test(name)) return null;
  for (const root of templateRoots(workspace)) {
    const path = join(root, name);
    if (!(await host.exists(path))) continue;
    const folder = `${folderOf(workspace)}/${name}`;
    return { name, folder, path, ...(await readTemplate(host, path)) };
  }
  return null;
}

/** The files that a template is made of, below its folder. */
export async function readTemplate(
  host: Host,
  path: string,
): Promise<Pick<TemplateFolder, "files" | "assets">> {
  const files = new Map<string, string>();
  const assets = new Map<string, Uint8Array>();
  for (const { path: file, kind, size } of await host.listFiles(path)) {
    if (kind !== "file") continue;
    if (TEMPLATE_TEXT.test(file)) files.set(file, decode(await host.readFile(join(path, file))));
    else if (TEMPLATE_ASSET.test(file) && size <= MAX_ASSET) {
      assets.set(file, await host.readFile(join(path, file)));
    }
  }
  return { files, assets };
}

const TEMPLATE_TEXT = /\.(hbs|css|ya?ml)$/;
/** The picture of a page that its README shows is no part of a template. */
const TEMPLATE_ASSET = /(?<!^page-\d+)\.(png|jpe?g|svg|ttf|otf|woff2)$/i;

/** Bytes of one picture or font. */
const MAX_ASSET = 32 * 1024 * 1024;

/** All else in the file is looked at when the template is loaded. */
const ExtendsSchema = z.looseObject({ extends: z.string() });

/** What a template extends; null for one that stands by itself, and for one that cannot be read. */
function parentOf({
  folder,
  files,
}: TemplateFolder): { readonly name: string; readonly place: Place } | null {
  const text = files.get("template.yaml");
  // Most extend nothing, and would be parsed twice.
  if (text === undefined || !text.includes("extends")) return null;
  const { value, placeOf } = parseYaml(ExtendsSchema, `${folder}/template.yaml`, text);
  return value && { name: value.extends, place: placeOf(["extends"]) };
}

function refuse(code: string, message: string, at: Place, hint: string): Outcome<never> {
  const fault: Diagnostic = { code, severity: "error", message, place: at, hint };
  return { value: null, diagnostics: [fault] };
}

function refuseCycle(names: readonly string[], at: Place): Outcome<never> {
  const hint = "a template extends another one; give the folder a name of its own";
  const message = `the template extends itself: ${names.join(" > ")}`;
  return refuse("template-cycle", message, at, hint);
}

function refuseDepth(names: readonly string[], at: Place): Outcome<never> {
  const message = `more than ${MOST_TEMPLATES} templates extend one another: ${names.join(" > ")}`;
  return refuse("template-chain-too-long", message, at, "extend one that stands further up");
}

async function refuseParent(
  host: Host,
  workspace: Workspace | null,
  name: string,
  at: Place,
): Promise<Outcome<never>> {
  const known = await templateNames(host, workspace);
  const near = closest(name, known);
  const hint = near === null ? `there are ${known.join(", ")}` : `did you mean "${near}"?`;
  return refuse("no-template", `there is no template "${name}" to extend`, at, hint);
}

/** Of the workspace's own templates and of those that come with the program, in order. */
export async function templateNames(
  host: Host,
  workspace: Workspace | null,
): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const root of templateRoots(workspace)) {
    if (!(await host.exists(root))) continue;
    for (const { path } of await host.listFiles(root)) {
      const name = /^([\w-]+)\/template\.yaml$/.exec(path)?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  return [...names].sort();
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
