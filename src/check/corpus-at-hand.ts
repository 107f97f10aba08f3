/** From an issue to the corpus that it was made from, where a workspace with it is at hand. */
import { join } from "node:path";
import { openWorkspace } from "../config/workspace.js";
import { viewImports } from "../corpus/index.js";
import type { Host } from "../host/host.js";
import { ARTICLE_INPUT, sha256 } from "../issue/index.js";
import { type Fault, faultOf } from "../model/fault.js";
import type { Issue } from "../model/issue.js";
import { MAX_FILE_BYTES } from "../readers/index.js";

export interface CorpusAtHand {
  /** Null where no workspace is at hand: the issue then stands on its stored texts alone. */
  readonly hashes: ReadonlyMap<string, string> | null;
  readonly faults: readonly Fault[];
}

/** A workspace that is there and cannot be read is a fault: it must not silence the check. */
export async function corpusAtHand(
  host: Host,
  folder: string,
  issue: Issue,
): Promise<CorpusAtHand> {
  const { value: workspace, diagnostics } = await openWorkspace(host, folder);
  if (workspace === null) {
    const broken = diagnostics.filter(({ code }) => code !== "no-workspace");
    const faults = broken.map(({ message, place, hint }) =>
      faultOf("workspace-unreadable", message, place ?? { file: folder }, hint),
    );
    return { hashes: null, faults };
  }
  const wanted = filesOf(issue);
  const articles = join(workspace.root, workspace.settings.corpus, "articles");
  const view = await viewImports(host, workspace.root, articles);
  try {
    if (!(await view.host.exists(articles))) return { hashes: new Map(), faults: [] };
    const hashes = new Map<string, string>();
    for (const { path, size, kind } of await view.host.listFiles(articles)) {
      if (kind !== "file" || size > MAX_FILE_BYTES || !wanted.has(path)) continue;
      hashes.set(path, sha256(await view.host.readFile(join(articles, path))));
    }
    return { hashes, faults: [] };
  } finally {
    view.close();
  }
}

/** The files of the corpus that an issue names: of a large corpus no others need be read. */
function filesOf({ inputs, sources }: Issue): ReadonlySet<string> {
  const read = inputs.flatMap(({ name }) =>
    name.startsWith(ARTICLE_INPUT) ? [name.slice(ARTICLE_INPUT.length)] : [],
  );
  return new Set([...read, ...sources.map(({ container }) => container)]);
}
