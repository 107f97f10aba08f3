/** From a request to everything that is known of its period before it is put on a page. */
import { SETTINGS_FILE, type TemplateFiles } from "../config/workspace.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import {
  ARTICLE_INPUT,
  checkIssue,
  checkStatus,
  composeIssue,
  type Sources,
  sha256,
} from "../issue/index.js";
import { type Article, articleText } from "../model/article.js";
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { PROGRAM } from "../program.js";
import type { RewriteMeans } from "../rewrite/index.js";
import type { Stopwatch } from "../stopwatch.js";
import { tellEvents } from "../summary/index.js";
import { type Compared, compareWithLast } from "./compare.js";
import { type BriefRequest, type Gathered, gatherFor } from "./gather.js";
import { refuseUnchanged } from "./reissue.js";
import { type Understood, understand } from "./understand.js";

export interface Study
  extends Pick<Gathered, "workspace" | "brief" | "template">,
    Pick<Understood, "selection" | "visible" | "analyses" | "relations" | "choices"> {
  readonly issue: Issue;
  /** Articles that the last issue alone cites, and the released folder that keeps them. */
  readonly recorded: { readonly folder: string; readonly articles: readonly Article[] } | null;
}

/** @throws {FailedRun} where something is missing or faulty, or an issue would not hold */
export async function studyPeriod(
  host: Host,
  request: BriefRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<Study> {
  const gathered = await gatherFor(host, request, watch, diagnostics);
  const understood = await understand(gathered, watch, diagnostics);
  const compared = await watch.time("compare", () =>
    compareWithLast(host, gathered, understood, diagnostics),
  );
  const { notes, placeOf } = gathered.desk;
  diagnostics.push(...checkStatus(notes, compared !== null, placeOf));
  const composed = await watch.time("compose", () =>
    compose(request, gathered, understood, compared),
  );
  const issue = await rewrite(host, request, gathered, composed, watch, diagnostics);
  refuseUnchanged(issue, request.superseded);
  const { workspace, brief, template } = gathered;
  const { selection, visible, analyses, relations, choices } = understood;
  const faults = await watch.time("check", () =>
    checkIssue(
      issue,
      freshSources(request, gathered, understood, compared),
      `${brief.id} ${issue.id}`,
    ),
  );
  if (hasErrors(faults)) throw new FailedRun(faults);
  const recorded =
    compared === null ? null : { folder: compared.folder, articles: compared.articles };
  const known = { selection, visible, analyses, relations, choices, recorded };
  return { workspace, brief, template, ...known, issue };
}

/** What was found while it was made need not be found again. */
function freshSources(
  { superseded }: BriefRequest,
  { brief, lexicon, desk }: Gathered,
  { visible, analyses, relations }: Understood,
  compared: Compared | null,
): Sources {
  const known = [...visible, ...(compared?.articles ?? [])];
  return {
    texts: new Map(known.map((article) => [article.id, articleText(article)])),
    corpus: null,
    previous: compared?.previous ?? null,
    lexicon,
    brief: brief.settings,
    notes: desk.notes,
    superseded: superseded ?? null,
    made: { articles: visible, analyses, relations },
  };
}

/** Nothing of it is even loaded where the settings name no endpoint. */
async function rewrite(
  host: Host,
  { rewriting = null }: { readonly rewriting?: RewriteMeans | null | undefined },
  { workspace, lexicon }: Gathered,
  issue: Issue,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<Issue> {
  const { root } = workspace;
  const { rewrite: settings, network, corpus } = workspace.settings;
  if (settings === undefined) return issue;
  const { rewriteIssue } = await import("../rewrite/index.js");
  const rewritten = await watch.time("rewrite", () =>
    rewriteIssue(host, {
      issue,
      settings,
      allow: network.allow,
      lexicon,
      root,
      corpus,
      means: rewriting,
    }),
  );
  diagnostics.push(...rewritten.diagnostics);
  return rewritten.issue;
}

function compose(
  request: BriefRequest,
  gathered: Gathered,
  understood: Understood,
  comparison: Compared | null,
): Issue {
  const { brief, period, cutOff, asOf, corpus, lexicon, desk } = gathered;
  const { selection, visible, analyses, relations, picks, choices } = understood;
  return composeIssue({
    brief,
    language: request.language ?? brief.settings.languages[0] ?? "en",
    period,
    cutOff,
    asOf: asOf && { day: asOf.day, by: asOf.by },
    selection,
    unread: corpus.unread,
    beyond: corpus.beyond,
    analyses,
    ...relations,
    timeline: tellEvents(relations.timeline, visible, analyses),
    picks,
    choices,
    lexicon,
    notes: desk.notes,
    inputs: [...inputsOf(gathered), ...(comparison === null ? [] : [comparison.input])],
    comparison,
    program: PROGRAM,
    superseded: request.superseded ?? null,
  });
}

function inputsOf({
  workspace,
  lexicon,
  template,
  desk,
  withdrawn,
  corpus,
}: Gathered): Issue["inputs"] {
  const { others } = corpus;
  return [
    { name: SETTINGS_FILE, sha256: sha256(workspace.settingsText) },
    ...lexicon.inputs,
    ...hashTemplate(template),
    ...[desk, withdrawn]
      .filter(({ text }) => text !== "")
      .map(({ file, text }) => ({ name: file, sha256: sha256(text) })),
    ...corpus.inputs.map(({ file, sha256: hash }) => ({
      name: `${ARTICLE_INPUT}${file}`,
      sha256: hash,
    })),
    ...(others === null ? [] : [{ name: `${others.files} other articles`, sha256: others.sha256 }]),
  ];
}

function hashTemplate({ folder, files, assets }: TemplateFiles): Issue["inputs"] {
  return [...files, ...assets].map(([path, content]) => ({
    name: `${folder}/${path}`,
    sha256: sha256(content),
  }));
}
