/**
 * What a desk would do by hand every week: a workspace in, the briefs that are due made and checked, and
 * where the settings say so a draft with the reviewers.
 */
import { dirname, join, relative } from "node:path";
import { checkIssueFile } from "../check/check-issue-file.js";
import { type Collector, fetchArticles } from "../collect-articles.js";
import { loadDistribution } from "../config/distribution-file.js";
import { chooseBrief, openWorkspace, type Workspace } from "../config/workspace.js";
import { WORK_FOLDER } from "../corpus/index.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Period } from "../issue/index.js";
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import { type Distribution, distributionOf } from "../model/distribution.js";
import type { FormatSchema } from "../model/format.js";
import type { RunIssue, RunResult } from "../model/run-result.js";
import { generate } from "../pipeline.js";
import { ISSUE } from "../records.js";
import { dueWeeks } from "./due-weeks.js";
import { addToRunLog, type RunLog, readRunLog, weeksOf } from "./run-log.js";
import { isPastDrafts } from "./standing.js";

export interface RunRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  /** A cadence, or the id of a brief. */
  readonly what: string;
  /** ISO 8601 instant that counts as now, UTC; that of the clock by default. */
  readonly at?: string | undefined;
  /** Whether it only says what is due. */
  readonly isRehearsal: boolean;
  /** Sends the draft of an issue to a list; not there where nothing can be sent. */
  readonly sendDraft?: SendDraft | undefined;
}

/** @param file of the issue */
export type SendDraft = (
  workspace: Workspace,
  file: string,
  list: string,
) => Promise<{
  readonly review: NonNullable<RunIssue["review"]>;
  /** Whether some may still get it: then the issue is due again. */
  readonly isOpen: boolean;
  readonly diagnostics: readonly Diagnostic[];
}>;

/** One run at a time: whoever comes second is told so, and does nothing. */
export async function runBriefs(collector: Collector, request: RunRequest): Promise<RunResult> {
  const { host, clock } = collector;
  const started = new Date(clock.now()).toISOString();
  const run = new Run(collector, request, request.at ?? started);
  try {
    const workspace = settle(await openWorkspace(host, request.folder), run.diagnostics);
    const lock = await host.takeLock(join(workspace.root, WORK_FOLDER, "run.lock"));
    if (lock === null) return run.end("locked", started);
    try {
      await run.work(workspace);
    } finally {
      lock.release();
    }
  } catch (error) {
    run.diagnostics.push(...diagnose(error));
    return run.end("failed", started);
  }
  return run.end(run.outcome, started);
}

class Run {
  readonly diagnostics: Diagnostic[] = [];
  private readonly issues: RunIssue[] = [];
  private readonly missed: RunResult["missed"] = [];
  /** Made, and not yet with all who review it. */
  private readonly open = new Set<RunIssue>();
  private fetched: RunResult["fetched"] = null;

  constructor(
    private readonly collector: Collector,
    private readonly request: RunRequest,
    private readonly now: string,
  ) {}

  get outcome(): RunResult["outcome"] {
    const isBad = ({ outcome, diagnostics }: RunIssue) =>
      outcome === "failed" || outcome === "fails" || hasErrors(diagnostics);
    if (this.issues.some(isBad) || hasErrors(this.diagnostics)) return "failed";
    return this.issues.length === 0 ? "nothing-due" : "done";
  }

  end(outcome: RunResult["outcome"], started: string): RunResult {
    const finished = new Date(this.collector.clock.now()).toISOString();
    const { fetched, issues, missed, diagnostics } = this;
    return { outcome, started, finished, fetched, issues, missed, diagnostics };
  }

  async work(workspace: Workspace): Promise<void> {
    const { host } = this.collector;
    const distribution = settle(await loadDistribution(host, workspace), this.diagnostics);
    const briefs = briefsNamed(workspace, this.request.what, this.diagnostics);
    const isFetching = briefs.some((id) => distributionOf(distribution, id).run.fetch);
    if (isFetching && !this.request.isRehearsal) await this.pullFeeds(workspace);
    const log = await readRunLog(host, workspace);
    this.diagnostics.push(...log.diagnostics);
    for (const brief of briefs) await this.runBrief(workspace, distribution, log, brief);
  }

  /** A feed that does not answer stops no brief: what is there is read. */
  private async pullFeeds({ root, settings }: Workspace): Promise<void> {
    if (Object.keys(settings.feeds).length === 0) return;
    const { results } = await fetchArticles(this.collector, { folder: root, names: [] });
    const failed: string[] = [];
    let [feeds, articles] = [0, 0];
    for await (const feed of results) {
      feeds += 1;
      articles += feed.new;
      if (feed.status === "failed") failed.push(feed.feed);
      const said = feed.diagnostics.map((one) => ({ ...one, severity: softened(one) }));
      this.diagnostics.push(...said);
    }
    this.fetched = { feeds, failed, new: articles };
  }

  private async runBrief(
    workspace: Workspace,
    distribution: Distribution,
    log: RunLog,
    brief: string,
  ): Promise<void> {
    const { settings } = settle(chooseBrief(workspace, brief), this.diagnostics);
    const { run } = distributionOf(distribution, brief);
    const { due, missed } = dueWeeks(settings, weeksOf(log, brief), this.now, run.catchUp);
    this.missed.push(...missed.map(({ id }) => ({ brief, issue: id })));
    for (const period of due) {
      const issue = this.request.isRehearsal
        ? told(brief, period, "due")
        : await this.runIssue(workspace, brief, period, run.reviewList);
      this.issues.push(issue);
      if (this.request.isRehearsal || this.open.has(issue)) continue;
      const { outcome } = issue;
      await addToRunLog(this.collector.host, workspace, {
        at: new Date(this.collector.clock.now()).toISOString(),
        brief,
        issue: period.id,
        outcome,
      });
    }
  }

  private async runIssue(
    workspace: Workspace,
    brief: string,
    period: Period,
    reviewList: string | undefined,
  ): Promise<RunIssue> {
    const { host } = this.collector;
    if (await isPastDrafts(host, workspace, brief, period.id)) {
      return told(brief, period, "standing");
    }
    const made = await makeIssue(this.collector, workspace, brief, period);
    const { sendDraft } = this.request;
    if (made.outcome !== "made" || reviewList === undefined || sendDraft === undefined) return made;
    const file = join(workspace.root, made.folder ?? "", ISSUE);
    const { review, isOpen, diagnostics } = await sendDraft(workspace, file, reviewList);
    const issue = { ...made, review, diagnostics: [...made.diagnostics, ...diagnostics] };
    if (isOpen) this.open.add(issue);
    return issue;
  }
}

/** @throws {FailedRun} where nothing bears that name */
function briefsNamed(workspace: Workspace, what: string, kept: Diagnostic[]): readonly string[] {
  const { briefs } = workspace.settings;
  const ofCadence = Object.keys(briefs).filter((id) => briefs[id]?.cadence === what);
  return ofCadence.length > 0 ? ofCadence : [settle(chooseBrief(workspace, what), kept).id];
}

/** In every language of the brief; the first one is checked, as the one that is released. */
async function makeIssue(
  { host }: Collector,
  workspace: Workspace,
  brief: string,
  period: Period,
): Promise<RunIssue> {
  const languages = workspace.settings.briefs[brief]?.languages ?? [];
  const diagnostics: Diagnostic[] = [];
  let file: string | null = null;
  for (const language of [...languages].reverse()) {
    const request = { folder: workspace.root, brief, period, language, formats: FORMATS };
    const { made, ...said } = await generate(host, request);
    diagnostics.push(...said.diagnostics);
    if (made === null) return { ...told(brief, period, "failed"), diagnostics: worth(diagnostics) };
    file = made.files.find((path) => path.endsWith(ISSUE)) ?? null;
  }
  if (file === null) throw new FailedRun(diagnostics);
  const checked = await checkIssueFile(host, file, workspace.root);
  return {
    ...told(brief, period, hasErrors(checked.diagnostics) ? "fails" : "made"),
    folder: relative(workspace.root, dirname(file)),
    statements: checked.statements,
    articles: checked.articles,
    diagnostics: [...worth(diagnostics), ...worth(checked.diagnostics)],
  };
}

const FORMATS = new Set<(typeof FormatSchema.options)[number]>([
  "html",
  "pdf",
  "json",
  "mail",
  "txt",
]);

function told(brief: string, { id }: Period, outcome: RunIssue["outcome"]): RunIssue {
  const nothing = { folder: null, statements: 0, articles: 0, diagnostics: [], review: null };
  return { brief, issue: id, outcome, ...nothing };
}

/** Whoever watches a run wants no more of what is only of interest. */
function worth<T extends { readonly severity: Diagnostic["severity"] }>(all: readonly T[]): T[] {
  return all.filter(({ severity }) => severity !== "info");
}

function softened({ severity }: Diagnostic): Diagnostic["severity"] {
  return severity === "error" ? "warning" : severity;
}
