/** The articles that an issue was made from in, the records beside them (`page.html.source.json`) by hash out. */
import { join } from "node:path";
import { viewImports } from "../corpus/index.js";
import type { Host } from "../host/host.js";
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
  const names = new Set(inputs.map(({ name }) => name));
  const view = await viewImports(host, root, folder);
  try {
    if (!(await view.host.exists(folder))) return [];
    const found: Manifest["inputs"] = [];
    for (const { path, kind } of await view.host.listFiles(folder)) {
      const described = `${ARTICLE_INPUT}${path.slice(0, -SOURCE_SUFFIX.length)}`;
      if (kind !== "file" || !path.endsWith(SOURCE_SUFFIX) || !names.has(described)) continue;
      const hash = sha256(await view.host.readFile(join(folder, path)));
      found.push({ name: `${ARTICLE_INPUT}${path}`, sha256: hash });
    }
    return found;
  } finally {
    view.close();
  }
}
