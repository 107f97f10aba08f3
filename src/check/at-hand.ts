/** From an issue to what it was made from, as far as a workspace with it is at hand. */
import { join } from "node:path";
import {
  loadDeskNotes,
  loadLexicon,
  openWorkspace,
  SETTINGS_FILE,
  type Workspace,
} from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { ARTICLE_INPUT, type Sources, sha256 } from "../issue/index.js";
import { type Fault, faultOf } from "../model/fault.js";
import type { Issue } from "../model/issue.js";
import type { FieldNames } from "../model/settings.js";
import { checkLabels } from "./check-labels.js";
import { standingAtHand } from "./standing-at-hand.js";

export interface AtHand {
  readonly sources: Pick<
    Sources,
    "corpus" | "lexicon" | "brief" | "notes" | "standing" | "previous" | "superseded"
  >;
  readonly faults: readonly Fault[];
  /** Where the articles of the corpus lie; null where there is none. */
  readonly workspace: { readonly root: string; readonly articles: string } | null;
  /** Which fields of records hold what; null where the settings are others by now. */
  readonly fields: FieldNames | null;
}

/** Without a workspace an issue stands on its stored texts alone. */
const NOTHING: AtHand["sources"] = {
  corpus: null,
  lexicon: null,
  brief: null,
  notes: null,
  standing: null,
  previous: null,
  superseded: null,
};

/** A workspace that is there and cannot be read is a fault: it must not silence the check. */
export async function findAtHand(host: Host, folder: string, issue: Issue): Promise<AtHand> {
  const { value: workspace, diagnostics } = await openWorkspace(host, folder);
  if (workspace === null) {
    const broken = diagnostics.filter(({ code }) => code !== "no-workspace");
    const faults = broken.map(({ message, place, hint }) =>
      faultOf("workspace-unreadable", message, place ?? { file: folder }, hint),
    );
    return { sources: NOTHING, faults, workspace: null, fields: null };
  }
  const hashes = new Map(issue.inputs.map(({ name, sha256: hash }) => [name, hash]));
  const isOwn = (name: string, text: string) => hashes.get(name) === sha256(text);
  const { settings, settingsText } = workspace;
  const brief = isOwn(SETTINGS_FILE, settingsText) ? settings.briefs[issue.brief.id] : undefined;
  const lexicon = await loadLexicon(host, workspace);
  const isSame = lexicon.value?.inputs.every(
    ({ name, sha256: hash }) => (hashes.get(name) ?? hash) === hash,
  );
  const notes = await loadDeskNotes(host, workspace, issue.brief.id, issue.id);
  const own = notes.value !== null && isOwn(notes.value.file, notes.value.text);
  return {
    sources: {
      corpus: await hashCorpus(host, workspace, filesOf(issue)),
      lexicon: isSame === true ? lexicon.value : null,
      brief: brief ?? null,
      notes: own ? (notes.value?.notes ?? null) : null,
      standing: await standingAtHand(host, workspace, issue, isOwn),
      previous: await findReleased(host, workspace, issue.brief.id, previousOf(issue)),
      superseded: await findReleased(host, workspace, issue.brief.id, supersededBy(issue)),
    },
    faults:
      isSame === true && lexicon.value !== null
        ? await checkLabels(host, workspace, issue, lexicon.value)
        : [],
    workspace: {
      root: workspace.root,
      articles: join(workspace.root, settings.corpus, "articles"),
    },
    fields: isOwn(SETTINGS_FILE, settingsText) ? settings.fields : null,
  };
}

/** The released issue that it is compared with. */
function previousOf({ previous }: Issue) {
  return previous && { id: previous.issue, version: previous.version };
}

/** The version whose place it takes. */
function supersededBy({ id, revision }: Issue) {
  return revision && { id, version: revision.supersedes.version };
}

/** A version as it stands in the record; null where it is not there, or not as it was released. */
async function findReleased(
  host: Host,
  workspace: Workspace,
  brief: string,
  wanted: { readonly id: string; readonly version: string } | null,
): Promise<Issue | null> {
  if (wanted === null) return null;
  const { readReleased, releasedVersions } = await import("../record/index.js");
  const { issues } = await releasedVersions(host, workspace, brief);
  const released = issues.find(({ id, version }) => id === wanted.id && version === wanted.version);
  if (released === undefined) return null;
  return (await readReleased(host, released)).value?.issue ?? null;
}

async function hashCorpus(
  host: Host,
  { root, settings }: Workspace,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const [{ viewImports }, { MAX_FILE_BYTES }] = await Promise.all([
    import("../corpus/index.js"),
    import("../readers/index.js"),
  ]);
  const articles = join(root, settings.corpus, "articles");
  const view = await viewImports(host, root, articles);
  try {
    if (!(await view.host.exists(articles))) return new Map();
    const hashes = new Map<string, string>();
    for (const { path, size, kind } of await view.host.listFiles(articles)) {
      if (kind !== "file" || size > MAX_FILE_BYTES || !wanted.has(path)) continue;
      hashes.set(path, sha256(await view.host.readFile(join(articles, path))));
    }
    return hashes;
  } finally {
    view.close();
  }
}

/** The files of the corpus that an issue names: of a large corpus no others need be read. */
function filesOf({ inputs, sources }: Issue): ReadonlySet<string> {
  const read = inputs.flatMap(({ name }) =>
    name.startsWith(ARTICLE_INPUT) ? [name.slice(ARTICLE_INPUT.length)] : [],
  );
  return new Set([...read, ...sources.map(({ container }) => container)]);
}
