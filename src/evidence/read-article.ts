/** The folder of an issue and an article that it cites in, what is kept of that article out. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import { type EvidenceArticle, EvidenceArticleSchema } from "../model/evidence.js";
import { readJson } from "../text/read-json.js";
import { evidencePath } from "./layout.js";

/** Bytes; the words of an article and the passages cited of it have some megabytes at most. */
const MAX_BYTES = 64 * 1024 * 1024;

/** @returns null where there is none, `malformed` where what is there is none of this program */
export async function readEvidenceArticle(
  host: Host,
  folder: string,
  article: string,
): Promise<EvidenceArticle | "malformed" | null> {
  // An id leads to no other folder.
  if (!/^[\w-]{1,64}$/.test(article)) return null;
  const path = join(folder, evidencePath(article, "article.json"));
  const size = await host.sizeOf(path);
  if (size === null) return null;
  if (size > MAX_BYTES) return "malformed";
  return EvidenceArticleSchema.safeParse(readJson(await host.readFile(path))).data ?? "malformed";
}
