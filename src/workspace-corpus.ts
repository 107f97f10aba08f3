/** From a workspace to the articles of its corpus, with the files that gave none. */
import { join } from "node:path";
import type { Workspace } from "./config/workspace.js";
import { readCorpus, readFolder } from "./corpus/index.js";
import type { Host } from "./host/host.js";
import { sha256 } from "./issue/index.js";
import type { Article, Unread } from "./model/article.js";
import type { Diagnostic } from "./model/diagnostic.js";

export interface WorkspaceCorpus {
  readonly articles: readonly Article[];
  readonly unread: readonly Unread[];
  /** Every file that was read, with the SHA-256 of its bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readWorkspaceCorpus(
  host: Host,
  { root, settings }: Workspace,
): Promise<WorkspaceCorpus> {
  const shown = `${settings.corpus}/articles`;
  const place = join(root, shown);
  const nothing = { files: [], refused: [], diagnostics: [] };
  const folder = (await host.exists(place)) ? await readFolder(host, place) : nothing;
  const corpus = await readCorpus(folder.files, { fields: settings.fields });
  const isEmpty = folder.files.length + folder.refused.length === 0;
  const diagnostics = [...folder.diagnostics, ...corpus.diagnostics];
  const refused = folder.refused.map((file) => ({
    file,
    reason: diagnostics.find(({ place }) => place?.file === file)?.message ?? "gave no article",
  }));
  const inputs = folder.files.map(({ file, bytes }) => ({ file, sha256: sha256(bytes) }));
  return {
    articles: corpus.articles,
    unread: [...refused, ...corpus.unread],
    inputs,
    diagnostics: [
      ...(isEmpty ? [emptyCorpus(shown)] : []),
      ...diagnostics.map((diagnostic) => placeBelow(shown, diagnostic)),
    ],
  };
}

function placeBelow(folder: string, diagnostic: Diagnostic): Diagnostic {
  const { place } = diagnostic;
  if (place === undefined) return diagnostic;
  return { ...diagnostic, place: { ...place, file: `${folder}/${place.file}` } };
}

function emptyCorpus(folder: string): Diagnostic {
  return {
    code: "corpus-empty",
    severity: "warning",
    message: "holds no article",
    place: { file: folder },
    hint: "put articles there as .txt files",
  };
}
