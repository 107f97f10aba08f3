/** The whole program, top to bottom: a folder of articles to a dated brief as HTML, PDF and JSON. */
import { join, resolve } from "node:path";
import {
  analyseArticles,
  checkThemes,
  overrideThemes,
  relateArticles,
  reportUnsplitLanguages,
} from "./analysis/index.js";
import {
  chooseBrief,
  chooseThemes,
  loadDeskNotes,
  loadLexicon,
  loadTemplateFiles,
  openWorkspace,
  SETTINGS_FILE,
  type TemplateFiles,
  type Workspace,
} from "./config/workspace.js";
import { inferDates } from "./corpus/index.js";
import { diagnose, FailedRun, settle } from "./failed-run.js";
import type { Host } from "./host/host.js";
import {
  ARTICLE_INPUT,
  checkIssue,
  checkNotes,
  composeIssue,
  coverageOf,
  cutOffOf,
  type Period,
  type Selection,
  selectArticles,
  sha256,
  shiftDay,
} from "./issue/index.js";
import type { ArticleAnalysis } from "./model/analysis.js";
import { type Article, articleText } from "./model/article.js";
import type { DeskNotes } from "./model/desk-notes.js";
import type { Diagnostic, Outcome } from "./model/diagnostic.js";
import type { Coverage, Issue } from "./model/issue.js";
import type { Lexicon } from "./model/lexicon.js";
import type { BriefSettings } from "./model/settings.js";
import { isForeign, recordsOf } from "./records.js";
import type { Format } from "./render-issue.js";
import { Stopwatch, type Timing } from "./stopwatch.js";
import { analysedOrigins, pickThemes, tellEvents } from "./summary/index.js";
import { readWorkspaceCorpus } from "./workspace-corpus.js";

export interface BriefRequest {
  /** A folder of the workspace. */
  readonly folder: string;
  /** Id of the brief; the first of the settings by default. */
  readonly brief?: string | undefined;
  /** Null for the latest ISO week that has articles. */
  readonly period: Period | null;
  /** Nothing published after this day is seen. */
  readonly asOf?: string | undefined;
  /** BCP 47 tag of the labels; the brief's first language by default. */
  readonly language?: string | undefined;
  /** Name of a template; the brief's own by default. */
  readonly template?: string | undefined;
  /** Called while files are read that the index does not know yet. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface GenerateRequest extends BriefRequest {
  readonly formats: ReadonlySet<Format>;
  /** Absolute path of the folder to write to; that of the settings by default. */
  readonly out?: string | undefined;
}

export interface Made {
  readonly issue: Issue;
  readonly coverage: Coverage;
  /** Absolute paths of what was written. */
  readonly files: readonly string[];
}

export interface GenerateResult {
  /** Null where a setting, the lexicon, the template or an output failed. */
  readonly made: Made | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly Timing[];
}

/** Makes the brief of a period. Nothing is written unless all of it could be made. */
export async function generate(host: Host, request: GenerateRequest): Promise<GenerateResult> {
  const watch = new Stopwatch();
  const diagnostics: Diagnostic[] = [];
  const { timings } = watch;
  try {
    const study = await studyPeriod(host, request, watch, diagnostics);
    const { issue, template } = study;
    const { formats } = request;
    const { renderIssue } = await import("./render-issue.js");
    const rendered = await renderIssue(host, { issue, template, formats });
    timings.push(...rendered.timings);
    const pages = settle({ value: rendered.files, ...rendered }, diagnostics);
    const coverage = coverageOf(study.issue, diagnostics);
    const files = new Map([...pages, ...recordsOf(issue, study.visible, coverage, formats)]);
    const { root, settings } = study.workspace;
    const out = request.out ?? resolve(root, settings.out);
    const folder = join(out, study.brief.id, study.issue.id);
    await watch.time("write", () => host.writeFiles(folder, files, isForeign));
    const written = [...files.keys()].map((file) => join(folder, file));
    return { made: { issue: study.issue, coverage, files: written }, diagnostics, timings };
  } catch (error) {
    return { made: null, diagnostics: [...diagnostics, ...diagnose(error)], timings };
  }
}

/** Everything about a period, with nothing rendered or written. */
export async function studyBrief(
  host: Host,
  request: BriefRequest,
): Promise<{ readonly study: Study | null; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const study = await studyPeriod(host, request, new Stopwatch(), diagnostics);
    return { study, diagnostics };
  } catch (error) {
    return { study: null, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

/** Everything that is known of a period before it is put on a page. */
export interface Study {
  readonly workspace: Workspace;
  readonly brief: { readonly id: string; readonly settings: BriefSettings };
  readonly template: TemplateFiles;
  readonly selection: Selection;
  /** Articles of the period and those of the background. */
  readonly visible: readonly Article[];
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly issue: Issue;
}

/** Reads the corpus, analyses what is visible for the period and composes the issue. */
async function studyPeriod(
  host: Host,
  request: BriefRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
): Promise<Study> {
  const settled = async <T>(loading: Promise<Outcome<T>>) => settle(await loading, diagnostics);
  const workspace = await watch.time("settings", () =>
    settled(openWorkspace(host, request.folder)),
  );
  const brief = settle(chooseBrief(workspace, request.brief), diagnostics);
  const { settings } = brief;
  const template = await settled(
    loadTemplateFiles(host, workspace, request.template ?? settings.template),
  );
  const lexicon = await watch.time("lexicon", () => settled(loadLexicon(host, workspace)));

  const themes = settle(chooseThemes(brief, lexicon), diagnostics);
  const corpus = await watch.time("read", () =>
    readWorkspaceCorpus(host, workspace, {
      period: request.period,
      seen: request.asOf ?? FAR_AHEAD,
      backgroundDays: settings.backgroundDays,
      backgroundArticles: settings.backgroundArticles,
      terms: themes.map((theme) => strongTermsOf(theme, lexicon)),
      namedIn: async ({ id }) => {
        const { value } = await loadDeskNotes(host, workspace, brief.id, id);
        return value === null ? [] : articlesNamedIn(value.notes);
      },
      onProgress: request.onProgress,
    }),
  );
  diagnostics.push(...corpus.diagnostics);
  const period = corpus.period ?? refuseEmpty(workspace);
  const cutOff = cutOffOf(period, settings, request.asOf);
  const desk = await settled(loadDeskNotes(host, workspace, brief.id, period.id));
  const { notes } = desk;
  settle(
    { value: notes, diagnostics: checkNotes(notes, themes, corpus.known, desk.placeOf) },
    diagnostics,
  );

  const dated = await watch.time("date", () => inferDates(corpus.articles, cutOff.slice(0, DAY)));
  const { backgroundDays, limits } = settings;
  const { reserve } = corpus;
  const selection = selectArticles(dated, { period, cutOff, backgroundDays, notes, reserve });
  const visible = [...selection.inPeriod, ...selection.background];
  diagnostics.push(...reportUnsplitLanguages(visible));
  const analyses = await watch.time("analyse", () =>
    overrideThemes(analyseArticles(visible, lexicon), visible, notes.themes),
  );
  diagnostics.push(...checkThemes(visible, analyses, lexicon, false));
  // Relations are found when asked for: an issue needs all of them.
  const relations = await watch.time("relate", () => ({
    ...relateArticles(visible, analyses, lexicon, { storyEdits: notes.stories }),
  }));
  const picks = await watch.time("choose", () =>
    pickThemes({
      themes,
      inPeriod: analysedOrigins(selection.inPeriod, analyses, relations.reprints),
      background: analysedOrigins(selection.background, analyses, relations.reprints),
      period,
      newsFrom: shiftDay(period.from, -NEWS_BEFORE),
      limits,
      method: settings.summary.method,
      supportsOf: relations.supportsOf,
    }),
  );
  const issue = await watch.time("compose", () =>
    composeIssue({
      brief,
      language: request.language ?? settings.languages[0] ?? "en",
      period,
      cutOff,
      selection,
      unread: corpus.unread,
      beyond: corpus.beyond,
      analyses,
      ...relations,
      timeline: tellEvents(relations.timeline, visible, analyses),
      picks,
      lexicon,
      notes,
      inputs: [
        { name: SETTINGS_FILE, sha256: sha256(workspace.settingsText) },
        ...lexicon.inputs,
        ...hashTemplate(template),
        ...(desk.text === "" ? [] : [{ name: desk.file, sha256: sha256(desk.text) }]),
        ...corpus.inputs.map(({ file, sha256: hash }) => ({
          name: `${ARTICLE_INPUT}${file}`,
          sha256: hash,
        })),
        ...(corpus.others === null
          ? []
          : [{ name: `${corpus.others.files} other articles`, sha256: corpus.others.sha256 }]),
      ],
    }),
  );
  const texts = new Map(visible.map((article) => [article.id, articleText(article)]));
  const faults = await watch.time("check", () =>
    checkIssue(issue, { texts, corpus: null }, `${brief.id} ${issue.id}`),
  );
  if (faults.length > 0) throw new FailedRun(faults);
  return { workspace, brief, template, selection, visible, analyses, issue };
}

function articlesNamedIn({ exclude, themes, stories }: DeskNotes): string[] {
  const overrides = Object.values(themes).flatMap(({ add, remove }) => [...add, ...remove]);
  const named = [...exclude, ...overrides].map(({ article }) => article);
  return [...named, ...stories.merge.flat(), ...stories.split.flat()];
}

/** Events of the week before still count as this week's news. */
const NEWS_BEFORE = 7;
/** Length of `2021-05-09` in an ISO 8601 instant. */
const DAY = 10;
const FAR_AHEAD = "9999-12-31";

function hashTemplate({ folder, files }: TemplateFiles): Issue["inputs"] {
  return [...files].map(([path, text]) => ({ name: `${folder}/${path}`, sha256: sha256(text) }));
}

function strongTermsOf(id: string, { themes }: Lexicon): string[] {
  const theme = themes.themes.find((candidate) => candidate.id === id);
  return [...new Set(Object.values(theme?.terms ?? {}).flatMap(({ strong }) => strong))];
}

function refuseEmpty({ settings }: Workspace): never {
  throw new FailedRun([
    {
      code: "no-dated-article",
      severity: "error",
      message: "no article with a day, so there is no latest week",
      place: { file: `${settings.corpus}/articles` },
      hint: "put articles there, or name a period with --week or with --from and --to",
    },
  ]);
}
