/** Articles whose texts did not come with a print in, those texts as the corpus at hand gives them out. */
import { join } from "node:path";
import { openWorkspace } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { sha256 } from "../issue/index.js";
import { articleText } from "../model/article.js";
import type { Issue } from "../model/issue.js";

/**
 * A text is known by its hash: one that the reader cleans otherwise today stays unknown.
 * @param known those that came with the print, by article
 */
export async function readTextsOfCorpus(
  host: Host,
  folder: string,
  { sources }: Issue,
  known: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const missing = sources.filter(({ article }) => !known.has(article));
  const workspace = missing.length > 0 ? (await openWorkspace(host, folder)).value : null;
  if (workspace === null) return texts;
  const [{ viewImports }, { MAX_FILE_BYTES, readArticles }] = await Promise.all([
    import("../corpus/index.js"),
    import("../readers/index.js"),
  ]);
  const articles = join(workspace.root, workspace.settings.corpus, "articles");
  const view = await viewImports(host, workspace.root, articles);
  const wanted = new Set(missing.map(({ container }) => container));
  const byHash = new Map(missing.map(({ textSha256, article }) => [textSha256, article]));
  try {
    if (!(await view.host.exists(articles))) return texts;
    for (const { path, size, kind } of await view.host.listFiles(articles)) {
      if (kind !== "file" || size > MAX_FILE_BYTES || !wanted.has(path)) continue;
      const bytes = await view.host.readFile(join(articles, path));
      for (const read of (await readArticles({ bytes, file: path })).articles) {
        const text = articleText(read);
        const article = byHash.get(sha256(text));
        if (article !== undefined) texts.set(article, text);
      }
    }
    return texts;
  } finally {
    view.close();
  }
}
