/** From the path of an issue to what does not hold in it, against the texts stored beside it and the corpus. */
import { dirname, join } from "node:path";
import { openWorkspace } from "./config/workspace.js";
import { viewImports } from "./corpus/index.js";
import type { Host } from "./host/host.js";
import {
  ARTICLE_INPUT,
  allCitationsOf,
  checkParsed,
  MAX_ISSUE_BYTES,
  parseIssue,
  sha256,
  statementsOf,
} from "./issue/index.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Issue } from "./model/issue.js";
import { MAX_FILE_BYTES } from "./readers/index.js";

export interface CheckResult {
  readonly statements: number;
  readonly citations: number;
  readonly articles: number;
  /** Whether the corpus that the issue was made from was at hand. */
  readonly corpus: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Folder beside `issue.json` with the cleaned texts that were cited, one file per article. */
export const EVIDENCE = "evidence";

/**
 * @param folder where to look for the workspace whose corpus the issue was made from; that of the
 *   issue by default
 * @throws {HostError} where the issue cannot be read
 */
export async function checkIssueFile(
  host: Host,
  file: string,
  folder?: string,
): Promise<CheckResult> {
  const { value: parsed, diagnostics } = parseIssue(await host.readFile(file), file);
  if (parsed === null) {
    return { statements: 0, citations: 0, articles: 0, corpus: false, diagnostics };
  }
  const { issue } = parsed;
  const texts = await readEvidence(host, join(dirname(file), EVIDENCE));
  const corpus = await hashCorpus(host, folder ?? dirname(file), filesOf(issue));
  return {
    statements: statementsOf(issue).length,
    citations: allCitationsOf(issue).length,
    articles: issue.sources.length,
    corpus: corpus.hashes !== null,
    diagnostics: [
      ...corpus.diagnostics,
      ...checkParsed(parsed, { texts, corpus: corpus.hashes }, file),
    ],
  };
}

async function readEvidence(host: Host, folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  if (!(await host.exists(folder))) return texts;
  for (const { path, size, kind } of await host.listFiles(folder)) {
    if (kind !== "file" || size > MAX_ISSUE_BYTES) continue;
    const bytes = await host.readFile(join(folder, path));
    texts.set(
      path.replace(/\.txt$/, ""),
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes),
    );
  }
  return texts;
}

interface Corpus {
  /** Null where no workspace is at hand: the issue then stands on its stored texts alone. */
  readonly hashes: ReadonlyMap<string, string> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files of the corpus that an issue names: of a large corpus no others need be read. */
function filesOf({ inputs, sources }: Issue): ReadonlySet<string> {
  const read = inputs.flatMap(({ name }) =>
    name.startsWith(ARTICLE_INPUT) ? [name.slice(ARTICLE_INPUT.length)] : [],
  );
  return new Set([...read, ...sources.map(({ container }) => container)]);
}

/** A workspace that is there and cannot be read is a fault: it must not silence the check. */
async function hashCorpus(
  host: Host,
  folder: string,
  wanted: ReadonlySet<string>,
): Promise<Corpus> {
  const { value: workspace, diagnostics } = await openWorkspace(host, folder);
  if (workspace === null) {
    const isBroken = diagnostics.some(({ code }) => code !== "no-workspace");
    return { hashes: null, diagnostics: isBroken ? diagnostics : [] };
  }
  const articles = join(workspace.root, workspace.settings.corpus, "articles");
  const view = await viewImports(host, workspace.root, articles);
  try {
    if (!(await view.host.exists(articles))) return { hashes: new Map(), diagnostics: [] };
    const hashes = new Map<string, string>();
    for (const { path, size, kind } of await view.host.listFiles(articles)) {
      if (kind !== "file" || size > MAX_FILE_BYTES || !wanted.has(path)) continue;
      hashes.set(path, sha256(await view.host.readFile(join(articles, path))));
    }
    return { hashes, diagnostics: [] };
  } finally {
    view.close();
  }
}
