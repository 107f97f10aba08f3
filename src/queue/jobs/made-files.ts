/** Paths of what was made in, each with its size and its hash out: by them two runs can be held together. */
import { relative, sep } from "node:path";
import type { JobFile } from "../../model/job.js";
import { sha256 } from "../../text/sha256.js";
import type { JobMeans } from "./job-means.js";

export async function madeFiles(
  { host, outputs }: Pick<JobMeans, "host" | "outputs">,
  paths: readonly string[],
): Promise<readonly JobFile[]> {
  const files: JobFile[] = [];
  for (const path of [...paths].sort()) {
    const bytes = await host.readFile(path);
    const name = relative(outputs, path).split(sep).join("/");
    files.push({ path: name, bytes: bytes.length, sha256: sha256(bytes) });
  }
  return files;
}
