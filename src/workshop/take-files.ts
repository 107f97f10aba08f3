/** A template and files of its parent in, the same files in the template, to be changed, out. */
import { join } from "node:path";
import { loadTemplateFiles, type Workspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import { PROGRAM } from "../program.js";
import { closest } from "../text/suggest.js";
import { BASE_FILE, readBase, writeBase } from "./template-base.js";

/** @returns paths of the files that were written, as a person would type them */
export async function takeFiles(
  host: Host,
  workspace: Workspace,
  name: string,
  paths: readonly string[],
): Promise<Outcome<readonly string[]>> {
  const { value: template, diagnostics } = await loadTemplateFiles(host, workspace, name);
  if (template === null) return { value: null, diagnostics };
  const { parents, folder, path: place } = template;
  const known = new Set(parents.flatMap(({ files }) => [...files.keys()]).filter(isTakeable));
  const faults = paths.flatMap((path) => {
    const file = `${folder}/${path}`;
    if (template.files.has(path))
      return [fault("template-exists", "stands there already", file, "edit it")];
    if (known.has(path)) return [];
    const near = closest(path, known);
    const hint =
      near === null
        ? "brief.hbs, and partials/ with the name of a part"
        : `did you mean “${near}”?`;
    return [fault("no-template-file", "the parent has no such file to take", file, hint)];
  });
  if (faults.length > 0) return { value: null, diagnostics: faults };
  const base = (await readBase(host, template)).value;
  const files = { ...base?.files };
  for (const path of paths) {
    const owner = parents.find((parent) => parent.files.has(path));
    const text = owner?.files.get(path);
    if (owner === undefined || text === undefined) continue;
    await host.writeFile(join(place, path), new TextEncoder().encode(text));
    files[`${owner.name}/${path}`] = text;
  }
  // From here on it is this text that the file was made from.
  if (base !== null) {
    const { from } = base;
    const anew = writeBase({ from, program: PROGRAM.version, files });
    await host.writeFile(join(place, BASE_FILE), anew);
  }
  return { value: paths.map((path) => `${folder}/${path}`), diagnostics: [] };
}

/** What goes in the place of the parent's; styles and labels add to it. */
function isTakeable(path: string): boolean {
  return path.endsWith(".hbs");
}

function fault(code: string, message: string, file: string, hint: string): Diagnostic {
  return { code, severity: "error", message, place: { file }, hint };
}
