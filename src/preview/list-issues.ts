/** A workspace in, its briefs with the issues that there are, or that there could be, out. */
import { join } from "node:path";
import { templateNames, templateRoots } from "../config/template-files.js";
import { openWorkspace, type Workspace } from "../config/workspace.js";
import { inferDates } from "../corpus/index.js";
import type { Host } from "../host/host.js";
import { LAST_DAY, type Period, weekOf } from "../issue/index.js";
import { articleDay } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { releasedIssues } from "../record/index.js";
import { withCorpus } from "../workspace-corpus.js";
import { periodOfIssue } from "./period-of-issue.js";
import type { Catalogue, IssueEntry } from "./shapes.js";

export async function listIssues(host: Host, folder: string): Promise<Catalogue> {
  const opened = await openWorkspace(host, folder);
  const workspace = opened.value;
  if (workspace === null) {
    return {
      briefs: [],
      templates: [],
      languages: [],
      editor: null,
      diagnostics: opened.diagnostics,
    };
  }
  const { value: days, diagnostics } = await daysOfArticles(host, workspace);
  const briefs: Catalogue["briefs"][number][] = [];
  const faults: Diagnostic[] = [];
  for (const [id, { title, template, languages }] of Object.entries(workspace.settings.briefs)) {
    const issues = await issuesOf(host, workspace, id, days, faults);
    briefs.push({ id, title, template, languages, issues });
  }
  const templates = await templateNames(host, workspace);
  const languages = await languagesOfLabels(host, workspace);
  const told = [...opened.diagnostics, ...diagnostics, ...faults];
  const { editor } = workspace.settings.preview;
  return { briefs, templates, languages, editor, diagnostics: told };
}

/** In a larger corpus only days that articles state are looked at: to work others out takes all texts. */
const SMALL = 5000;

/** Articles by day. */
function daysOfArticles(host: Host, workspace: Workspace) {
  return withCorpus(host, workspace, async (store): Promise<ReadonlyMap<string, number>> => {
    if ((await store.count()) > SMALL) return store.countByDay();
    const articles = await store.load(await store.all());
    const days = inferDates(articles, LAST_DAY).map(articleDay);
    const counts = new Map<string, number>();
    for (const day of days) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
    return counts;
  });
}

async function issuesOf(
  host: Host,
  workspace: Workspace,
  brief: string,
  days: ReadonlyMap<string, number>,
  diagnostics: Diagnostic[],
): Promise<readonly IssueEntry[]> {
  const { root, settings } = workspace;
  const record = await releasedIssues(host, workspace, brief);
  diagnostics.push(...record.diagnostics);
  const released = new Map(record.issues.map(({ id, version }) => [id, version]));
  const notes = await namesIn(host, join(root, settings.corpus, "desk", brief), /^([^/]+)\.yaml$/);
  const made = await namesIn(host, join(root, settings.out, brief), /^([^/]+)\/issue\.json$/);
  const weeks = [...days.keys()].map((day) => weekOf(day).id);
  const names = new Set([...weeks, ...released.keys(), ...notes, ...made]);
  const periods = [...names].flatMap((name): Period[] => {
    const period = periodOfIssue(name);
    return period === null ? [] : [period];
  });
  return periods
    .sort((a, b) => (a.to === b.to ? compare(b.from, a.from) : compare(b.to, a.to)))
    .map(({ id, from, to }) => ({
      id,
      from,
      to,
      articles: countBetween(days, from, to),
      released: released.get(id) ?? null,
      notes: notes.has(id),
      made: made.has(id),
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countBetween(days: ReadonlyMap<string, number>, from: string, to: string): number {
  let articles = 0;
  for (const [day, count] of days) if (day >= from && day <= to) articles += count;
  return articles;
}

/** What the first group of a pattern finds in the paths below a folder. */
async function namesIn(host: Host, folder: string, pattern: RegExp): Promise<ReadonlySet<string>> {
  if (!(await host.exists(folder))) return new Set();
  const paths = (await host.listFiles(folder)).map(({ path }) => path);
  return new Set(paths.flatMap((path) => pattern.exec(path)?.[1] ?? []));
}

/** Of every template that there is. */
async function languagesOfLabels(host: Host, workspace: Workspace): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const root of templateRoots(workspace)) {
    const tags = await namesIn(host, root, /^[\w-]+\/labels\.([\w-]+)\.yaml$/);
    for (const tag of tags) found.add(tag);
  }
  return [...found].sort();
}
