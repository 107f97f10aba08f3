/** What the desk answered in, the files of its workspace out; nothing is written. */
import { join } from "node:path";
import {
  loadTemplateFiles,
  SETTINGS_FILE,
  templateNames,
  type Workspace,
} from "../config/workspace.js";
import type { Host } from "../host/host.js";
import { type Diagnostic, hasErrors, type Outcome } from "../model/diagnostic.js";
import { SettingsSchema } from "../model/settings.js";
import { checkLanguage } from "../templating/index.js";
import { closest } from "../text/suggest.js";
import { parseYaml } from "../text/yaml.js";
import { planTemplate } from "../workshop/new-template.js";
import { type BriefAnswers, settingsText } from "./settings-text.js";
import { standingInTheWay } from "./standing-in-the-way.js";
import { EXAMPLE, loadStarter, type Starter, THEMES_FILE } from "./starter.js";
import { type SubjectTheme, subjectThemes, themesText } from "./subject-themes.js";

export interface WorkspaceAnswers {
  /** Absolute path of the folder that becomes the workspace. */
  readonly root: string;
  readonly id: string;
  readonly title: string;
  readonly desk: string;
  readonly languages: readonly string[];
  /** Phrases between commas; empty for the general themes. */
  readonly subject: string;
  /** The template that the desk's own one extends. */
  readonly template: string;
  /** Whether the desk brings articles, so that no example is needed. */
  readonly hasArticles: boolean;
}

export interface PlannedWorkspace {
  /** By path below the workspace, the settings last: with them it is one. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Name of the desk's own template. */
  readonly template: string;
  /** Those that the words of the subject gave. */
  readonly themes: readonly SubjectTheme[];
  /** The general themes below them, where there is nothing else that an example could be about. */
  readonly rest: string;
}

export async function planWorkspace(
  host: Host,
  answers: WorkspaceAnswers,
): Promise<Outcome<PlannedWorkspace>> {
  const { root, hasArticles, languages } = answers;
  const [language = "en"] = languages;
  const parent = await loadTemplateFiles(host, null, answers.template);
  if (parent.value === null) return refused([await noTemplate(host, answers.template)]);
  const spoken = parent.value;
  const faults = languages.flatMap((tag) => checkLanguage(spoken, tag));
  if (hasErrors(faults)) return refused(faults);
  const starter = await loadStarter(host, language, answers.id);
  const template = await templateName(host, answers.id);
  const settings = settingsOf(starter, { ...answers, template }, root);
  const files = new Map(starter.files);
  if (hasArticles) files.delete(EXAMPLE);
  const kept = await keepIgnored(host, root, files);
  const ownFolder = `${settings.settings.templates}/${template}`;
  const wanted = [SETTINGS_FILE, ...files.keys(), THEMES_FILE, ownFolder];
  const standing = await standingInTheWay(host, root, wanted);
  if (standing.length > 0) return refused(standing);
  const request = { name: template, from: answers.template, full: false };
  const own = await planTemplate(host, settings, request);
  if (own.value === null) return refused(own.diagnostics);
  const themes = subjectThemes(answers.subject);
  const rest = themes.length > 0 && !hasArticles ? generalThemes(starter) : "";
  const text = themes.length === 0 ? starter.themes : themesText(themes, language, NONE, rest);
  files.set(THEMES_FILE, encode(text));
  for (const [path, bytes] of own.value.files) files.set(`${ownFolder}/${path}`, bytes);
  files.set(SETTINGS_FILE, encode(settings.settingsText));
  return { value: { files, template, themes, rest }, diagnostics: kept };
}

function refused(diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { value: null, diagnostics };
}

const IGNORED = ".gitignore";

/** One that is there says more than ours, and stays as it is. */
async function keepIgnored(
  host: Host,
  root: string,
  files: Map<string, Uint8Array>,
): Promise<readonly Diagnostic[]> {
  if ((await host.sizeOf(join(root, IGNORED))) === null) return [];
  files.delete(IGNORED);
  const message = "stays as it is";
  const hint = "have out/ and .briefwright/ in it: the program makes them anew";
  return [{ code: "kept-file", severity: "info", message, place: { file: IGNORED }, hint }];
}

const NONE = new Map<string, never>();

/** The name of the brief, where no template that comes with the program has it. */
async function templateName(host: Host, id: string): Promise<string> {
  return (await templateNames(host, null)).includes(id) ? `my-${id}` : id;
}

/** A promise of ours: the starter is sound, and what was answered is written as strings. */
function settingsOf({ settings }: Starter, answers: BriefAnswers, root: string): Workspace {
  const text = settingsText(settings, answers);
  const { value, diagnostics } = parseYaml(SettingsSchema, SETTINGS_FILE, text);
  if (value === null) throw new Error(diagnostics[0]?.message ?? "the settings are not sound");
  return { root, settings: value, settingsText: text };
}

async function noTemplate(host: Host, name: string): Promise<Diagnostic> {
  const names = await templateNames(host, null);
  const near = closest(name, names);
  const hint = near === null ? `there are ${names.join(", ")}` : `did you mean "${near}"?`;
  const message = `there is no template "${name}"`;
  return { code: "no-template", severity: "error", message, hint };
}

function generalThemes({ themes }: Starter): string {
  return themes.split("\nthemes:\n")[1] ?? "";
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
