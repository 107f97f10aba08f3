/** From the folder `evidence/` beside an issue to the cleaned texts that it cites, by article id. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import { MAX_ISSUE_BYTES } from "../issue/index.js";

/** Folder beside `issue.json` with what was cited, article by article. */
export const EVIDENCE = "evidence";

/** `<id>/text.txt`, or `<id>.txt` as issues of version 1 have it. */
const TEXT = /^([^/]+)(?:\/text)?\.txt$/;

export async function readEvidence(host: Host, folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (!(await host.exists(folder))) return texts;
  for (const { path, size, kind } of await host.listFiles(folder)) {
    const [, article] = TEXT.exec(path) ?? [];
    if (kind !== "file" || size > MAX_ISSUE_BYTES || article === undefined) continue;
    const bytes = await host.readFile(join(folder, path));
    texts.set(article, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  }
  return texts;
}
