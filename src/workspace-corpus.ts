/** From a workspace to the articles of its corpus, with the files that gave none. */
import { join } from "node:path";
import type { Workspace } from "./config/workspace.js";
import { type Listing, listFolder, readListing } from "./corpus/index.js";
import type { Host } from "./host/host.js";
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
  const listing = (await host.exists(place)) ? await listFolder(host, place) : NO_FILES;
  const corpus = await readListing(host, listing, { fields: settings.fields });
  const isEmpty = listing.entries.length + listing.refused.length === 0;
  return {
    ...corpus,
    diagnostics: [
      ...(isEmpty ? [emptyCorpus(shown)] : []),
      ...corpus.diagnostics.map((diagnostic) => placeBelow(shown, diagnostic)),
    ],
  };
}

const NO_FILES: Listing = { entries: [], refused: [] };

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
    hint: "put articles there, or brief add them",
  };
}
