/** From a request to all that its brief is made from: settings, template, lexicon, articles, desk notes. */

import { type LexiconFiles, type ParsedLexicon, parseLexicon } from "../config/lexicon.js";
import {
  type ChosenBrief,
  chooseBrief,
  chooseThemes,
  type LoadedNotes,
  loadDeskNotes,
  loadLexicon,
  loadTemplateFiles,
  loadWithdrawn,
  openWorkspace,
  type TemplateFiles,
  type WithdrawnArticles,
  type Workspace,
} from "../config/workspace.js";
import type { AsOf } from "../corpus/index.js";
import { articlesNamedIn, checkNotes, type GoneNote } from "../desk/index.js";
import { FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import {
  checkDeskWords,
  checkStandingWords,
  cutOffOf,
  endOfDay,
  type Period,
} from "../issue/index.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import type { BriefSettings } from "../model/settings.js";
import { firstLanguage } from "../records.js";
import type { RewriteMeans } from "../rewrite/index.js";
import type { Stopwatch } from "../stopwatch.js";
import { readWorkspaceCorpus, type WorkspaceCorpus } from "../workspace-corpus.js";
import { type GatheredStanding, gatherStanding } from "./gather-standing.js";
import { notesAsOf } from "./notes-as-of.js";
import { openStudyMemory, type StudyMemory } from "./study-memory.js";
import { untitledThemes } from "./untitled-themes.js";

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
  /** The released issue whose next version is made. */
  readonly superseded?: Issue | undefined;
  /** With what statements are reworded where the settings ask for it; without it only kept answers count. */
  readonly rewriting?: RewriteMeans | undefined;
  /** Called while files are read that the index does not know yet. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Called as soon as the template and the language of the page are known. */
  readonly onTemplate?: ((template: TemplateFiles, language: string) => void) | undefined;
}

export interface Gathered {
  readonly workspace: Workspace;
  readonly brief: ChosenBrief;
  readonly template: TemplateFiles;
  readonly lexicon: Lexicon;
  /** Ids of the themes that the brief prints, in its order. */
  readonly themes: readonly string[];
  readonly corpus: WorkspaceCorpus;
  readonly period: Period;
  /** ISO 8601 instant after which nothing is seen. */
  readonly cutOff: string;
  /** Null where all that came in is seen. */
  readonly asOf: AsOf | null;
  /** Withdrawn articles are among those to leave out. */
  readonly desk: LoadedNotes;
  /** Whether the next version of a released issue is made. */
  readonly isReissue: boolean;
  /** The notes as they are written. */
  readonly own: LoadedNotes;
  /** Notes that name nothing. */
  readonly gone: readonly GoneNote[];
  /** The standing paragraphs that the notes name. */
  readonly standing: readonly GatheredStanding[];
  readonly withdrawn: WithdrawnArticles;
}

/** @throws {FailedRun} where something of it is missing or faulty */
export async function gatherFor(
  host: Host,
  request: BriefRequest,
  watch: Stopwatch,
  diagnostics: Diagnostic[],
  memory: StudyMemory = openStudyMemory(),
): Promise<Gathered> {
  const settled = async <T>(loading: Promise<Outcome<T>>) => settle(await loading, diagnostics);
  const workspace = await watch.time("settings", () =>
    settled(openWorkspace(host, request.folder)),
  );
  const brief = settle(chooseBrief(workspace, request.brief), diagnostics);
  const { settings } = brief;
  const template = await settled(
    loadTemplateFiles(host, workspace, request.template ?? settings.template, brief.id),
  );
  request.onTemplate?.(template, request.language ?? settings.languages[0] ?? "en");
  const lexicon = await watch.time("lexicon", () =>
    settled(loadLexicon(host, workspace, (files) => keepLexicon(memory, files))),
  );
  const themes = settle(chooseThemes(brief, lexicon), diagnostics);
  const asOf = asOfIn(request, settings);
  const corpus = await watch.time("read", () =>
    readCorpus(host, request, { workspace, brief, lexicon, themes, asOf }, memory),
  );
  diagnostics.push(...corpus.diagnostics);
  const period = corpus.period ?? refuseEmpty(workspace);
  const cutOff = cutOffOf(period, settings, request.asOf);
  const loaded = await settled(loadDeskNotes(host, workspace, brief.id, period.id));
  const isReissue = request.superseded !== undefined;
  const stood = isReissue ? asOfToday(loaded) : loaded;
  const regular = isReissue ? "" : cutOffOf(period, settings);
  const desk = asOf === null ? loaded : lookBack(stood, asOf, corpus, regular);
  const { gone, faults } = checkNotes(desk.notes, themes, corpus.known, desk.placeOf);
  settle({ value: desk, diagnostics: faults }, diagnostics);
  const language = request.language ?? firstLanguage(settings.languages);
  diagnostics.push(...untitledThemes(lexicon, themes, language));
  const standing = await gatherStanding(host, { workspace, desk, language, cutOff }, diagnostics);
  diagnostics.push(
    ...checkDeskWords(desk.notes, lexicon, language, desk.placeOf),
    ...standing.files.flatMap((file) => checkStandingWords(file, lexicon, language)),
  );
  const withdrawn = await settled(loadWithdrawn(host, workspace));
  const counts = asOf === null || isReissue;
  return {
    workspace,
    brief,
    template,
    lexicon,
    themes,
    corpus,
    period,
    cutOff,
    asOf,
    own: desk,
    isReissue,
    gone: [...gone, ...standing.gone],
    standing: standing.files,
    ...withoutWithdrawn(desk, counts ? withdrawn : { ...withdrawn, articles: [], text: "" }),
  };
}

/** A reissue is made for what was found out later: what the desk says of that counts from any day. */
function asOfToday(desk: LoadedNotes): LoadedNotes {
  return { ...desk, notes: { ...desk.notes, written: undefined } };
}

function withoutWithdrawn(
  desk: LoadedNotes,
  withdrawn: WithdrawnArticles,
): Pick<Gathered, "desk" | "withdrawn"> {
  const exclude = [...desk.notes.exclude, ...desk.notes.withdrawn, ...withdrawn.articles];
  return { desk: { ...desk, notes: { ...desk.notes, exclude } }, withdrawn };
}

function asOfIn({ asOf: day }: BriefRequest, { timeZone, asOf: by }: BriefSettings): AsOf | null {
  return day === undefined ? null : { day, until: endOfDay(day, timeZone), by };
}

function lookBack(
  desk: LoadedNotes,
  { day }: AsOf,
  { known }: WorkspaceCorpus,
  regularCutOff: string,
): LoadedNotes {
  return notesAsOf(desk, {
    day,
    regular: regularCutOff.slice(0, "2021-05-09".length),
    known: new Set(known.flatMap(({ id, file }) => [id, file])),
  });
}

function keepLexicon({ lexicons }: StudyMemory, files: LexiconFiles): ParsedLexicon {
  const texts = [files.themes, files.entities, files.outlets, files.style].flatMap((part) => [
    part?.file,
    part?.text,
  ]);
  return lexicons.get(texts, () => parseLexicon(files));
}

async function readCorpus(
  host: Host,
  request: BriefRequest,
  {
    workspace,
    brief,
    lexicon,
    themes,
    asOf,
  }: Pick<Gathered, "workspace" | "brief" | "lexicon" | "themes" | "asOf">,
  memory: StudyMemory,
): Promise<WorkspaceCorpus> {
  const { backgroundDays, backgroundArticles } = brief.settings;
  const { period } = request;
  const terms = themes.map((theme) => strongTermsOf(theme, lexicon));
  const namedIn = async ({ id }: Pick<Period, "id">) => {
    const { value } = await loadDeskNotes(host, workspace, brief.id, id);
    return value === null ? [] : articlesNamedIn(value.notes);
  };
  const read = () =>
    readWorkspaceCorpus(host, workspace, {
      period,
      asOf,
      backgroundDays,
      backgroundArticles,
      terms,
      namedIn,
      onProgress: request.onProgress,
    });
  // Which week is the latest is seen from the articles alone.
  if (period === null) return read();
  const of = [workspace.root, workspace.settingsText, brief.id, period, asOf];
  const reach = JSON.stringify([terms, await namedIn(period)]);
  return memory.corpora.get({ of, reach }, read);
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
