/** A workspace in, the released issues out whose articles changed, went or were withdrawn since. */
import {
  loadDeskNotes,
  loadWithdrawn,
  openWorkspace,
  type Workspace,
} from "../config/workspace.js";
import type { CorpusStore } from "../corpus/index.js";
import { diagnose, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import { articleText } from "../model/article.js";
import type { Withdrawn } from "../model/desk-notes.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { RecordCheck, TouchedIssue } from "../model/record-check.js";
import {
  briefsOfRecord,
  type ReleasedIssue,
  readReleased,
  releasedIssues,
} from "../record/index.js";
import { withCorpus } from "../workspace-corpus.js";
import { type Standing, touchedArticles } from "./touched-articles.js";

/** @param folder where the workspace is looked for */
export async function checkRecord(
  host: Host,
  folder: string,
  onProgress?: (done: number, total: number) => void,
): Promise<RecordCheck> {
  const diagnostics: Diagnostic[] = [];
  try {
    const workspace = settle(await openWorkspace(host, folder), diagnostics);
    const released = await allReleased(host, workspace, diagnostics);
    const house = settle(await loadWithdrawn(host, workspace), diagnostics);
    const check = (store: CorpusStore) =>
      checkIssues({ host, workspace, store, withdrawn: house.articles, diagnostics }, released);
    const { value: touched } = await withCorpus(host, workspace, check, { onProgress });
    return { issues: released.length, touched, diagnostics };
  } catch (error) {
    return { issues: 0, touched: [], diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

async function allReleased(
  host: Host,
  workspace: Workspace,
  diagnostics: Diagnostic[],
): Promise<readonly ReleasedIssue[]> {
  const all: ReleasedIssue[] = [];
  for (const brief of await briefsOfRecord(host, workspace)) {
    const { issues, diagnostics: said } = await releasedIssues(host, workspace, brief);
    // Of what was withdrawn nobody needs to know what touched it.
    all.push(...issues.filter(({ standing }) => standing !== "withdrawn"));
    // A run makes do without them; a check of the record does not.
    diagnostics.push(...said.map((one) => ({ ...one, severity: "error" as const })));
  }
  return all;
}

interface RecordWork {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly store: CorpusStore;
  /** For every issue. */
  readonly withdrawn: Withdrawn;
  readonly diagnostics: Diagnostic[];
}

/** One after the other: a record of years is never held at once. */
async function checkIssues(
  work: RecordWork,
  released: readonly ReleasedIssue[],
): Promise<TouchedIssue[]> {
  const touched: TouchedIssue[] = [];
  const find = finder(work.store);
  for (const one of released) {
    const { value, diagnostics } = await readReleased(work.host, one);
    work.diagnostics.push(...diagnostics);
    if (value === null) continue;
    const withdrawn = [...work.withdrawn, ...(await ownWithdrawn(work, one))];
    const articles = await touchedArticles(value.issue, { find, withdrawn });
    const { brief, id: issue, version, seal, shown: folder } = one;
    if (articles.length > 0) touched.push({ brief, issue, version, seal, folder, articles });
  }
  return touched;
}

async function ownWithdrawn(
  { host, workspace, diagnostics }: RecordWork,
  { brief, id }: ReleasedIssue,
): Promise<Withdrawn> {
  const notes = await loadDeskNotes(host, workspace, brief, id);
  diagnostics.push(...notes.diagnostics);
  return notes.value?.notes.withdrawn ?? [];
}

/** Many issues cite the same articles. */
function finder(store: CorpusStore): (name: string) => Promise<Standing | null> {
  const known = new Map<string, Standing | null>();
  return async (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const head = await store.find(name);
    const [article] = head === null ? [] : await store.load([head]);
    const standing =
      article === undefined
        ? null
        : { id: article.id, text: articleText(article), textSha256: article.textSha256 };
    known.set(name, standing);
    return standing;
  };
}
