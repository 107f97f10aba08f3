/** A study and its issue in, the evidence that lies beside the issue out. */
import { join } from "node:path";
import { bundleEvidence, EVIDENCE, readRawFiles } from "./evidence/index.js";
import type { Host } from "./host/host.js";
import { articleText } from "./model/article.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Study } from "./study/study-period.js";
import { evidencePages } from "./templating/index.js";

export interface KeptEvidence {
  /** Bytes by path below the issue's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

export async function keepEvidence(
  host: Host,
  {
    workspace,
    brief,
    template,
    issue,
    visible,
    recorded,
  }: Pick<Study, "workspace" | "brief" | "template" | "issue" | "visible" | "recorded">,
): Promise<KeptEvidence> {
  const { root, settings } = workspace;
  const folder = join(root, settings.corpus, "articles");
  const level = brief.settings.evidence;
  const raw = await readRawFiles(host, root, folder, issue.sources);
  const known = [...visible, ...(recorded?.articles ?? [])];
  const texts = new Map(known.map((article) => [article.id, articleText(article)]));
  const bundle = bundleEvidence({ issue, level, texts, raw });
  const { articles } = bundle;
  const { pages, diagnostics } = evidencePages({ template, issue, articles, texts });
  const files = new Map(bundle.files);
  for (const [path, page] of pages) {
    files.set(`${EVIDENCE}/${path}`, new TextEncoder().encode(page));
  }
  return { files, diagnostics };
}
