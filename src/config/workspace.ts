/** From a folder to the workspace that it belongs to: settings, lexicon, templates and desk notes. */
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import type { Host } from "../host/host.js";
import {
  type DeskNotes,
  DeskNotesSchema,
  type Withdrawn,
  WithdrawnFileSchema,
} from "../model/desk-notes.js";
import { type Diagnostic, hasErrors, type Outcome, type Place } from "../model/diagnostic.js";
import type { Lexicon } from "../model/lexicon.js";
import { withHouse } from "../model/marking.js";
import { type BriefSettings, type Settings, SettingsSchema } from "../model/settings.js";
import { closest } from "../text/suggest.js";
import { type Path, parseYaml } from "../text/yaml.js";
import { checkMarkings } from "./check-markings.js";
import { parseLexicon } from "./lexicon.js";
import { wrongEnding } from "./stray-notes.js";
import { type ParsedThemes, parseThemesFile } from "./themes-file.js";

export type { TemplateFiles } from "../model/template-folder.js";
export { loadTemplateFiles, templateNames } from "./template-files.js";

export const SETTINGS_FILE = "briefwright.yaml";

export interface Workspace {
  /** Absolute path of the folder that the settings file stands in. */
  readonly root: string;
  readonly settings: Settings;
  /** The settings as they were read, for the issue's list of inputs. */
  readonly settingsText: string;
}

/** Looks for the settings in a folder and the folders above it. */
export async function openWorkspace(host: Host, folder: string): Promise<Outcome<Workspace>> {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const path = join(root, SETTINGS_FILE);
    if (await host.exists(path)) {
      const settingsText = decode(await host.readFile(path));
      const { value, diagnostics } = parseYaml(SettingsSchema, SETTINGS_FILE, settingsText);
      const workspace = value && { root, settings: withMarkings(value), settingsText };
      return { value: workspace, diagnostics };
    }
    if (root === dirname(root)) return { value: null, diagnostics: [noSettings(folder)] };
  }
}

/** A brief carries what the house says of its marking. */
function withMarkings(settings: Settings): Settings {
  if (settings.markings.length === 0) return settings;
  const briefs = Object.entries(settings.briefs).map(([id, brief]) => [
    id,
    { ...brief, marking: withHouse(brief.marking, settings.markings) },
  ]);
  return { ...settings, briefs: Object.fromEntries(briefs) };
}

function noSettings(folder: string): Diagnostic {
  return {
    code: "no-workspace",
    severity: "error",
    message: `no ${SETTINGS_FILE} in this folder or one above it`,
    place: { file: folder },
    hint: "run it inside a workspace, name one with --workspace, or make one: brief init",
  };
}

/** What no lexicon can do without. */
const LEXICON_PARTS = ["themes", "entities", "outlets"];

function noLexicon(file: string): Diagnostic {
  return {
    code: "no-lexicon",
    severity: "error",
    message: "this part of the lexicon is not there",
    place: { file },
    hint: "copy it from another workspace; entities and outlets may hold an empty list",
  };
}

/** @param parse for those who keep what was parsed */
export async function loadLexicon(
  host: Host,
  workspace: Workspace,
  parse = parseLexicon,
): Promise<Outcome<Lexicon>> {
  const folder = `${workspace.settings.corpus}/lexicon`;
  const missing: Diagnostic[] = [];
  for (const part of LEXICON_PARTS) {
    const file = `${folder}/${part}.yaml`;
    if (!(await host.exists(join(workspace.root, file)))) missing.push(noLexicon(file));
  }
  if (missing.length > 0) return { value: null, diagnostics: missing };
  const read = async (part: string) => {
    const file = `${folder}/${part}.yaml`;
    return { file, text: decode(await host.readFile(join(workspace.root, file))) };
  };
  const { lexicon, diagnostics } = parse({
    themes: await read("themes"),
    entities: await read("entities"),
    outlets: await read("outlets"),
    style: (await host.exists(join(workspace.root, `${folder}/style.yaml`)))
      ? await read("style")
      : undefined,
  });
  return { value: lexicon, diagnostics };
}

/** A file of themes that stands by itself. @param path absolute */
export async function loadThemes(host: Host, path: string): Promise<ParsedThemes> {
  return parseThemesFile(decode(await host.readFile(path)), path);
}

export interface ChosenBrief {
  readonly id: string;
  readonly settings: BriefSettings;
}

/** @param wanted id of a brief; the first of the settings where none is named */
export function chooseBrief(
  { settings }: Workspace,
  wanted: string | undefined,
): Outcome<ChosenBrief> {
  const ids = Object.keys(settings.briefs);
  const id = wanted ?? ids[0] ?? "";
  const brief = Object.hasOwn(settings.briefs, id) ? settings.briefs[id] : undefined;
  if (brief !== undefined) {
    const diagnostics = checkMarkings(settings, id, brief, SETTINGS_FILE);
    return { value: hasErrors(diagnostics) ? null : { id, settings: brief }, diagnostics };
  }
  const near = closest(id, ids);
  const unknown: Diagnostic = {
    code: "unknown-brief",
    severity: "error",
    message: `there is no brief "${id}"`,
    place: { file: SETTINGS_FILE },
    hint: near === null ? `the settings name ${ids.join(", ")}` : `did you mean "${near}"?`,
  };
  return { value: null, diagnostics: [unknown] };
}

/** The themes that a brief prints, in its order; all of the lexicon where it names none. */
export function chooseThemes(
  { id, settings }: ChosenBrief,
  lexicon: Lexicon,
): Outcome<readonly string[]> {
  const known = lexicon.themes.themes.map((theme) => theme.id);
  const wanted = settings.themes ?? known;
  const diagnostics = wanted
    .filter((theme) => !known.includes(theme))
    .map((theme): Diagnostic => {
      const near = closest(theme, known);
      return {
        code: "unknown-theme",
        severity: "error",
        message: `brief "${id}" names a theme that the lexicon lacks: "${theme}"`,
        place: { file: SETTINGS_FILE },
        hint: near === null ? `the lexicon has ${known.join(", ")}` : `did you mean "${near}"?`,
      };
    });
  return { value: diagnostics.length > 0 ? null : wanted, diagnostics };
}

/** The notes as they were read, with their text; a brief without notes has empty ones. */
export interface LoadedNotes {
  /** As a person would type it. */
  readonly file: string;
  readonly notes: DeskNotes;
  readonly text: string;
  /** Where the notes have the value at a path. */
  readonly placeOf: (path: Path) => Place;
}

export async function loadDeskNotes(
  host: Host,
  workspace: Workspace,
  brief: string,
  issue: string,
): Promise<Outcome<LoadedNotes>> {
  const file = `${workspace.settings.corpus}/desk/${brief}/${issue}.yaml`;
  const path = join(workspace.root, file);
  if (!(await host.exists(path))) {
    const notes = DeskNotesSchema.parse({});
    const other = file.replace(/yaml$/, "yml");
    const diagnostics = (await host.exists(join(workspace.root, other)))
      ? [wrongEnding(other)]
      : [];
    return { value: { file, notes, text: "", placeOf: () => ({ file }) }, diagnostics };
  }
  const text = decode(await host.readFile(path));
  const { value, diagnostics, placeOf } = parseYaml(notesOrNothing, file, text);
  return { value: value && { file, notes: value, text, placeOf }, diagnostics };
}

/** A file of comments alone, as a skeleton is, says nothing yet. */
function notesOrNothing(input: unknown): z.ZodType<DeskNotes> {
  return input === null ? z.null().transform(() => DeskNotesSchema.parse({})) : DeskNotesSchema;
}

/** The house's list of withdrawn articles as it was read, with its text; empty where there is none. */
export interface WithdrawnArticles {
  /** As a person would type it. */
  readonly file: string;
  readonly articles: Withdrawn;
  readonly text: string;
}

export async function loadWithdrawn(
  host: Host,
  { root, settings }: Workspace,
): Promise<Outcome<WithdrawnArticles>> {
  const file = `${settings.corpus}/desk/withdrawn.yaml`;
  const path = join(root, file);
  if (!(await host.exists(path))) {
    return { value: { file, articles: [], text: "" }, diagnostics: [] };
  }
  const text = decode(await host.readFile(path));
  const { value, diagnostics } = parseYaml(WithdrawnFileSchema, file, text);
  return { value: value && { file, articles: value.withdrawn, text }, diagnostics };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
