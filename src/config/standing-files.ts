/** Names of standing paragraphs in, the files of a workspace that hold them out, in a language where there is one. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import { primaryLanguage } from "../text/primary-language.js";
import type { Workspace } from "./workspace.js";

export interface LoadedStanding {
  readonly name: string;
  /** As a person would type it. */
  readonly file: string;
  /** Null where there is no such file. */
  readonly text: string | null;
}

/** `scope.tr.md` goes before `scope.md` in a Turkish issue. */
export async function loadStanding(
  host: Host,
  { root, settings }: Workspace,
  names: readonly string[],
  language: string,
): Promise<LoadedStanding[]> {
  const folder = `${settings.corpus}/desk/standing`;
  const loaded: LoadedStanding[] = [];
  for (const name of names) {
    const own = [language, primaryLanguage(language), null].map((tag) =>
      tag === null ? `${folder}/${name}.md` : `${folder}/${name}.${tag}.md`,
    );
    let found: LoadedStanding = { name, file: `${folder}/${name}.md`, text: null };
    for (const file of own) {
      const path = join(root, file);
      if (!(await host.exists(path))) continue;
      found = { name, file, text: new TextDecoder().decode(await host.readFile(path)) };
      break;
    }
    loaded.push(found);
  }
  return loaded;
}

/** Names that there are, for a hint. */
export async function standingNames(
  host: Host,
  { root, settings }: Workspace,
): Promise<readonly string[]> {
  const folder = join(root, settings.corpus, "desk/standing");
  if (!(await host.exists(folder))) return [];
  const files = await host.listFiles(folder);
  return files.flatMap(({ path }) => /^([\w-]+)\.md$/.exec(path)?.[1] ?? []);
}
