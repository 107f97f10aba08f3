/** The articles that an issue was made from in, the records beside them (`page.html.source.json`) by hash out. */
import { join } from "node:path";
import { viewImports } from "../corpus/index.js";
import type { EntryKind, Host } from "../host/host.js";
import { ARTICLE_INPUT } from "../issue/index.js";
import type { Manifest } from "../model/manifest.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import { sha256 } from "../text/sha256.js";

/**
 * What a record says of an article has a part in how it is read.
 * @param root of the workspace
 * @param folder of the articles
 */
export async function recordInputs(
  host: Host,
  root: string,
  folder: string,
  inputs: Manifest["inputs"],
): Promise<Manifest["inputs"]> {
  const view = await viewImports(host, root, folder);
  try {
    const wanted = inputs.flatMap(({ name }) =>
      name.startsWith(ARTICLE_INPUT) ? [`${name.slice(ARTICLE_INPUT.length)}${SOURCE_SUFFIX}`] : [],
    );
    const own = view.store === null ? await kindsIn(host, folder) : NO_FILES;
    const imported = new Set(await view.present(wanted.filter((name) => !own.has(name))));
    const found: Manifest["inputs"] = [];
    for (const name of wanted.sort()) {
      if (own.get(name) !== "file" && !imported.has(name)) continue;
      const hash = sha256(await view.host.readFile(join(folder, name)));
      found.push({ name: `${ARTICLE_INPUT}${name}`, sha256: hash });
    }
    return found;
  } finally {
    view.close();
  }
}

const NO_FILES: ReadonlyMap<string, EntryKind> = new Map();

/** Of the folder alone: imports may be a million, and are asked by name. */
async function kindsIn(host: Host, folder: string): Promise<ReadonlyMap<string, EntryKind>> {
  if (!(await host.exists(folder))) return NO_FILES;
  return new Map((await host.listFiles(folder)).map(({ path, kind }) => [path, kind]));
}
