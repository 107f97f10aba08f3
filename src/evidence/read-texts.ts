/** From the folder `evidence/` beside an issue to the cleaned texts that it cites, by article id. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import { MAX_ISSUE_BYTES } from "../issue/index.js";
import { articleOfText } from "./layout.js";

export async function readTexts(host: Host, folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (!(await host.exists(folder))) return texts;
  for (const { path, size, kind } of await host.listFiles(folder)) {
    const article = articleOfText(path);
    if (kind !== "file" || size > MAX_ISSUE_BYTES || article === null) continue;
    const bytes = await host.readFile(join(folder, path));
    texts.set(article, new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  }
  return texts;
}
