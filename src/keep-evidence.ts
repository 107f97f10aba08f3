/** A study and its issue in, the evidence that lies beside the issue out. */
import { join } from "node:path";
import { type Bundle, bundleEvidence, readRawFiles } from "./evidence/index.js";
import type { Host } from "./host/host.js";
import { articleText } from "./model/article.js";
import type { Study } from "./study/study-period.js";

export async function keepEvidence(
  host: Host,
  { workspace, brief, issue, visible }: Pick<Study, "workspace" | "brief" | "issue" | "visible">,
): Promise<Bundle> {
  const { root, settings } = workspace;
  const folder = join(root, settings.corpus, "articles");
  const level = brief.settings.evidence;
  const raw = await readRawFiles(host, root, folder, issue.sources);
  const texts = new Map(visible.map((article) => [article.id, articleText(article)]));
  return bundleEvidence({ issue, level, texts, raw });
}
