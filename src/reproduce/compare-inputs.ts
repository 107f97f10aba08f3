/** What an issue was made from, then and now, in; what is not as it was, and where it still is, out. */
import { join } from "node:path";
import { EVIDENCE, rawPathOf } from "../evidence/index.js";
import type { Host } from "../host/host.js";
import { ARTICLE_INPUT } from "../issue/index.js";
import type { Issue } from "../model/issue.js";
import type { Manifest } from "../model/manifest.js";
import type { InputDifference } from "../model/reproduction.js";
import { sha256 } from "../text/sha256.js";

type Inputs = Manifest["inputs"];

export function compareInputs(then: Inputs, now: Inputs): InputDifference[] {
  const before = new Map(then.map(({ name, sha256: hash }) => [name, hash]));
  const after = new Map(now.map(({ name, sha256: hash }) => [name, hash]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [expected = null, actual = null] = [before.get(name), after.get(name)];
    return expected === actual ? [] : [{ name, expected, actual, keptIn: null }];
  });
}

/**
 * An article that is gone or was changed stands as it came beside the issue that cites it.
 * @param folders of the issue and of its release, for the host
 */
export async function findKept(
  host: Host,
  folders: readonly string[],
  { sources }: Issue,
  differences: readonly InputDifference[],
): Promise<InputDifference[]> {
  const articles = new Map(
    sources.map((source) => [`${ARTICLE_INPUT}${source.container}`, source]),
  );
  const found: InputDifference[] = [];
  for (const difference of differences) {
    const source = articles.get(difference.name);
    const names = source === undefined ? [] : [rawPathOf(source)];
    const paths = names.flatMap((name) => folders.map((folder) => join(folder, EVIDENCE, name)));
    let keptIn: string | null = null;
    for (const path of paths) {
      if (keptIn !== null || (await host.sizeOf(path)) === null) continue;
      if (sha256(await host.readFile(path)) === difference.expected) keptIn = path;
    }
    found.push({ ...difference, keptIn });
  }
  return found;
}
