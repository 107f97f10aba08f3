/** A template in, what changed in its parent since it was made from it out, as unified diffs. */
import { join } from "node:path";
import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { loadTemplateFiles, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { foldersOf, type TemplateFiles } from "../model/template-folder.js";
import type { TemplateChange, TemplateUpgrade } from "../model/template-upgrade.js";
import { PROGRAM } from "../program.js";
import { BASE_FILE, readBase, type TemplateBase, textsOf, writeBase } from "./template-base.js";

/**
 * `show` writes nothing. `apply` takes over what can be without a doubt; what it cannot stays to be
 * told. `done`: changes count from now on.
 */
export type UpgradeMode = "show" | "apply" | "done";

export async function upgradeTemplate(
  host: Host,
  workspace: Workspace,
  name: string,
  mode: UpgradeMode,
): Promise<Outcome<TemplateUpgrade>> {
  const { value: template, diagnostics } = await loadTemplateFiles(host, workspace, name);
  if (template === null) return { value: null, diagnostics };
  const read = await readBase(host, template);
  const base = read.value ?? (mode === "done" ? baseWithout(template) : null);
  if (base === null) return { value: null, diagnostics: faultsOf(template, read.diagnostics) };
  const parent = await loadTemplateFiles(host, workspace, base.from);
  if (parent.value === null) return { value: null, diagnostics: parent.diagnostics };
  const now = textsOf(foldersOf(parent.value));
  const found = changesSince(new Map(Object.entries(base.files)), now, template);
  const changes = mode === "apply" ? await applyAll(host, template, found, now) : found;
  const left = mode === "apply" ? changes.filter(({ standing }) => standing === "conflicts") : [];
  if (mode !== "show") await keepBase(host, template, base, left, now);
  const { from, program } = base;
  return {
    value: {
      template: name,
      from,
      madeWith: program,
      program: PROGRAM.version,
      changes: [...changes],
    },
    diagnostics: [],
  };
}

function faultsOf(
  { folder, parents }: TemplateFiles,
  faults: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (parents.length > 0) return faults;
  const fault: Diagnostic = {
    code: "no-template-base",
    severity: "error",
    message: "the template extends no other, so there is nothing to take over",
    place: { file: `${folder}/template.yaml` },
    hint: "brief template new my-brief --from weekly makes one that follows weekly",
  };
  return [fault];
}

/** Of a template that was made by hand, and extends another. */
function baseWithout({ parents: [parent] }: TemplateFiles): TemplateBase | null {
  if (parent === undefined) return null;
  return { schema: "briefwright/template-base/1", from: parent.name, program: "", files: {} };
}

function changesSince(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  template: TemplateFiles,
): readonly TemplateChange[] {
  const files = [...new Set([...before.keys(), ...now.keys()])].sort();
  return files.flatMap((file): TemplateChange[] => {
    const [old, text] = [before.get(file), now.get(file)];
    if (old === text) return [];
    const kind = old === undefined ? "added" : text === undefined ? "removed" : "changed";
    const diff = unified(file, old ?? "", text ?? "");
    return [{ file, kind, standing: standingOf(file, old, text, diff, template), diff }];
  });
}

/** What becomes of a change of the parent's in the template. */
function standingOf(
  file: string,
  old: string | undefined,
  now: string | undefined,
  diff: string,
  { files, parents }: TemplateFiles,
): TemplateChange["standing"] {
  const path = pathIn(file);
  const own = files.get(path);
  const isCopy = parents.length === 0;
  if (!isCopy && (own === undefined || !path.endsWith(".hbs"))) return "arrives";
  if (path === "template.yaml" && isCopy)
    return own === undefined ? "arrives" : mergeable(own, old, diff);
  if (own === undefined) return old === undefined && now !== undefined ? "applies" : "conflicts";
  if (own === now) return "arrives";
  return now === undefined ? "conflicts" : mergeable(own, old, diff);
}

function mergeable(own: string, old: string | undefined, diff: string): TemplateChange["standing"] {
  return own === old || merged(own, diff) !== null ? "applies" : "conflicts";
}

function merged(own: string, diff: string): string | null {
  const text = applyPatch(own, diff, { fuzzFactor: 1 });
  return text === false ? null : text;
}

/** `weekly/partials/watch.hbs` is `partials/watch.hbs` in every template. */
function pathIn(file: string): string {
  return file.slice(file.indexOf("/") + 1);
}

/** Lines that may differ before a file counts as another one altogether. */
const MOST_EDITS = 10_000;

function unified(file: string, old: string, now: string): string {
  const options = {
    context: 3,
    maxEditLength: MOST_EDITS,
    headerOptions: FILE_HEADERS_ONLY,
  };
  return createTwoFilesPatch(file, file, old, now, "then", "now", options) ?? "";
}

async function applyAll(
  host: Host,
  { files, path: place }: TemplateFiles,
  changes: readonly TemplateChange[],
  now: ReadonlyMap<string, string>,
): Promise<readonly TemplateChange[]> {
  const done: TemplateChange[] = [];
  for (const change of changes) {
    const path = pathIn(change.file);
    const own = files.get(path);
    const text = own === undefined ? now.get(change.file) : merged(own, change.diff);
    const isApplied = change.standing === "applies" && typeof text === "string";
    if (isApplied) await host.writeFile(join(place, path), new TextEncoder().encode(text));
    done.push(isApplied ? { ...change, standing: "applied" } : change);
  }
  return done;
}

/** What is still to be done by hand goes on to be told. */
async function keepBase(
  host: Host,
  { path: place }: TemplateFiles,
  base: TemplateBase,
  left: readonly TemplateChange[],
  now: ReadonlyMap<string, string>,
): Promise<void> {
  const files = new Map(now);
  for (const { file } of left) {
    const old = base.files[file];
    if (old === undefined) files.delete(file);
    else files.set(file, old);
  }
  const kept = { from: base.from, program: PROGRAM.version, files: Object.fromEntries(files) };
  await host.writeFile(join(place, BASE_FILE), writeBase(kept));
}
