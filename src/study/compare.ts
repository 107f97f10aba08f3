/** From the record of a brief to what its new issue is compared with: the last issue that was released. */
import { join } from "node:path";
import { analyseArticles, relateArticles } from "../analysis/index.js";
import type { Host } from "../host/host.js";
import { articlesOf, type Comparison, sha256, statementsOf } from "../issue/index.js";
import { type Article, articleText } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { lastReleased, type ReleasedIssue, readReleased, releasedIssues } from "../record/index.js";
import type { Gathered } from "./gather.js";
import { type LastIssue, openStudyMemory, type StudyMemory } from "./study-memory.js";
import type { Understood } from "./understand.js";

export interface Compared extends Comparison {
  /** The released issue among the inputs of the new one. */
  readonly input: Issue["inputs"][number];
  /** Where the record keeps the evidence of its articles. */
  readonly folder: string;
}

/** Null where nothing was released before the period, or it cannot be read: diagnostics say so. */
export async function compareWithLast(
  host: Host,
  gathered: Gathered,
  understood: Understood,
  diagnostics: Diagnostic[],
  memory: StudyMemory = openStudyMemory(),
): Promise<Compared | null> {
  const { workspace, brief, period, cutOff } = gathered;
  const record = await memory.records.get(
    [workspace.root, workspace.settings.corpus, brief.id],
    () => releasedIssues(host, workspace, brief.id),
  );
  diagnostics.push(...record.diagnostics);
  const last = lastReleased(record.issues, { from: period.from, cutOff });
  if (last === null) return null;
  const { released, input, cited } = await memory.released.get([last], () => readLast(host, last));
  const { value, diagnostics: faults } = released;
  // The new issue does not hang on it: it says then that there is nothing to compare with.
  diagnostics.push(...faults.map((fault) => ({ ...fault, severity: "warning" as const })));
  if (value === null) return null;
  diagnostics.push(...reportLostWords(value.issue, understood.visible));
  const { folder } = last;
  return { previous: value.issue, input, folder, ...relateBoth(cited, gathered, understood) };
}

/** An issue that cannot be read is no input, and cites nothing. */
async function readLast(host: Host, last: ReleasedIssue): Promise<LastIssue> {
  const released = await readReleased(host, last);
  const { value } = released;
  const cited = value === null ? [] : articlesOf(value.issue, value.texts);
  return { released, cited, input: await inputOf(host, last) };
}

/** Of a changed article the words that the last issue cites may be gone: those cannot be compared. */
function reportLostWords(previous: Issue, visible: readonly Article[]): Diagnostic[] {
  const statements = Map.groupBy(
    statementsOf(previous),
    ({ citations: [first] }) => first?.article,
  );
  return visible.flatMap((article): Diagnostic[] => {
    const text = articleText(article);
    const lost = new Set(
      (statements.get(article.id) ?? [])
        .filter(({ citations: [first] }) => first !== undefined && !text.includes(first.quote))
        .map(({ id }) => id),
    );
    if (lost.size === 0) return [];
    const words = lost.size === 1 ? "a statement" : `${lost.size} statements`;
    return [
      {
        code: "last-issue-words-gone",
        severity: "warning",
        message: `the article has changed, and ${words} of ${previous.id} cannot be compared`,
        place: { file: article.file },
        hint: "see brief check --all, and reissue what it touched",
      },
    ];
  });
}

async function inputOf(
  host: Host,
  { folder, id, version }: ReleasedIssue,
): Promise<Compared["input"]> {
  const bytes = await host.readFile(join(folder, "issue.json"));
  return { name: `record/${id}/v${version}/issue.json`, sha256: sha256(bytes) };
}

/** What holds between the articles of both issues; where the last one adds none, that is known. */
function relateBoth(
  cited: readonly Article[],
  { lexicon, desk }: Gathered,
  { visible, analyses, relations }: Understood,
): Pick<Comparison, "articles" | "analyses" | "stories" | "supportsOf" | "conflicts"> {
  const articles = cited.filter(({ id }) => !analyses.has(id));
  if (articles.length === 0) return { articles, analyses, ...relations };
  const both = new Map([...analyses, ...analyseArticles(articles, lexicon)]);
  const { stories, supportsOf, conflicts } = relateArticles(
    [...visible, ...articles],
    both,
    lexicon,
    { storyEdits: desk.notes.stories },
  );
  return { articles, analyses: both, stories, supportsOf, conflicts };
}
