/** The files of a template and of those it extends in, a checked template ready to be filled out. */
import { type Diagnostic, hasErrors } from "../model/diagnostic.js";
import { FindingSchema } from "../model/issue.js";
import { type GivenLook, NOTHING_GIVEN } from "../model/template-parameters.js";
import { primaryLanguage } from "../text/primary-language.js";
import type { ParsedFile } from "./environment.js";
import { labelsOfHelpers } from "./filling.js";
import { type Labels, labelHint, readLabelsOfChain } from "./labels.js";
import type { Fix } from "./lint/fixes.js";
import { lintTemplate } from "./lint/lint-template.js";
import { templateData } from "./lint/template-data.js";
import { lintViewVersion } from "./lint/view-version.js";
import {
  type FolderOfChain,
  type Manifest,
  type ManifestOfFolder,
  mergeManifests,
  missingFile,
  readManifests,
} from "./manifest.js";
import { paperSheet, parameterSheets, type TemplateSheet } from "./parameter-sheets.js";
import { type Parameter, resolveParameters } from "./parameters.js";
import { parseHandlebars } from "./parse-handlebars.js";

export interface Template {
  /** As diagnostics name it. */
  readonly folder: string;
  readonly manifest: Manifest;
  /**
   * Parameters first, so that every sheet reads them; then that of the template furthest up, so that
   * its children go over it; last the paper that the settings ask for.
   */
  readonly sheets: readonly TemplateSheet[];
  /** CSS text of all of them. */
  readonly style: string;
  readonly entry: ParsedFile;
  readonly parameters: readonly Parameter[];
  /** By name, without `partials/` and `.hbs`. */
  readonly partials: ReadonlyMap<string, ParsedFile>;
  readonly labels: ReadonlyMap<string, Labels>;
}

/** What a template is loaded from: its files and those of all that it extends, and what it is given. */
export interface TemplateSource extends FolderOfChain {
  readonly parents: readonly FolderOfChain[];
  readonly given: GivenLook;
}

export interface LoadedTemplate {
  /** None where a diagnostic is an error. */
  readonly template: Template | null;
  readonly diagnostics: readonly Diagnostic[];
  /** What can be mended without changing what the template means. */
  readonly fixes: readonly Fix[];
}

/**
 * A template of a few files in memory.
 * @param files text by path below the template's folder
 * @param folder the folder as a person would type it; diagnostics begin with it
 * @param parents what it extends, nearest first
 * @param spoken the one language whose labels are wanted; all of the manifest's by default
 */
export function loadTemplate(
  files: ReadonlyMap<string, string>,
  folder: string,
  parents: readonly FolderOfChain[] = [],
  spoken?: string,
): LoadedTemplate {
  const name = folder.split("/").at(-1) ?? folder;
  return loadTemplateFrom({ name, folder, files, parents, given: NOTHING_GIVEN }, spoken);
}

/** @param spoken the one language whose labels are wanted; all of the manifest's by default */
export function loadTemplateFrom(
  { parents, given, ...own }: TemplateSource,
  spoken?: string,
): LoadedTemplate {
  const diagnostics: Diagnostic[] = [];
  const fixes: Fix[] = [];
  const { folder } = own;
  const chain = readManifests([own, ...parents], diagnostics);
  if (chain === null) return { template: null, diagnostics, fixes };

  for (const { manifest, placeOf } of chain) {
    diagnostics.push(...lintViewVersion(manifest.view, placeOf(["view"])));
  }
  const manifest = mergeManifests(chain);
  const parameters = readParameters(chain, given, diagnostics);
  const paper = given.page === null ? [] : [paperSheet(given.page.paper, given.page.place)];
  const sheets = [...parameterSheets(parameters), ...readSheets(chain, diagnostics), ...paper];
  const sources = nearestFiles(chain);
  const entry = parseFile(sources, folder, manifest.entry, diagnostics);
  const partials = new Map<string, ParsedFile>();
  for (const path of [...sources.keys()].toSorted()) {
    const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (partial === undefined) continue;
    const parsed = parseFile(sources, folder, path, diagnostics);
    if (parsed !== null) partials.set(partial, parsed);
  }
  const labels = new Map<string, Labels>();
  for (const language of wantedOf(manifest.languages, spoken)) {
    const read = readLabelsFiles(chain, language, diagnostics);
    if (read !== null) labels.set(language, read);
  }
  if (!hasErrors(diagnostics) && entry !== null) {
    const all = [...labels.values()];
    const printed = labelsOfHelpers(FindingSchema.shape.kind.options);
    const options = { data: templateData(parameters), printed };
    diagnostics.push(...lackingLabels(all[0], printed));
    const linted = lintTemplate(entry, partials, all, options);
    diagnostics.push(...linted.diagnostics);
    fixes.push(...linted.fixes);
  }
  if (hasErrors(diagnostics) || entry === null) return { template: null, diagnostics, fixes };
  const style = styleOf(sheets);
  const template = { folder, manifest, sheets, style, parameters, entry, partials, labels };
  return { template, diagnostics, fixes };
}

/** Those of the whole chain, with the values that count. */
export function readParameters(
  chain: readonly ManifestOfFolder[],
  given: GivenLook,
  diagnostics: Diagnostic[],
): readonly Parameter[] {
  const declared = chain.map(({ manifest: { parameters = {} }, placeOf }) => ({
    parameters,
    placeOf: (name: string) => placeOf(["parameters", name]),
  }));
  const hasPicture = (path: string) =>
    given.pictures.has(path) || chain.some(({ folder }) => folder.assets?.has(path));
  return resolveParameters(declared, given, hasPicture, diagnostics);
}

/** To read the labels of every language takes longer than to fill the page. */
function wantedOf(languages: readonly string[], spoken: string | undefined): readonly string[] {
  if (spoken === undefined) return languages;
  return languages.filter((tag) => tag === spoken || tag === primaryLanguage(spoken));
}

/** What a page carries that has one style sheet. */
export function styleOf(sheets: readonly TemplateSheet[]): string {
  return sheets.map(({ css }) => css).join("\n");
}

/** A child can do without a style of its own; what it names must be there. */
function readSheets(
  chain: readonly ManifestOfFolder[],
  diagnostics: Diagnostic[],
): readonly TemplateSheet[] {
  return chain.toReversed().flatMap(({ folder: { folder, files }, manifest, placeOf }, index) => {
    const path = manifest.style ?? "style.css";
    const css = files.get(path);
    const paper = manifest.page && [paperSheet(manifest.page, placeOf(["page"]))];
    if (css !== undefined) return [...(paper ?? []), { file: `${folder}/${path}`, css }];
    if (index === 0 || manifest.style !== undefined) diagnostics.push(missingFile(folder, path));
    return paper ?? [];
  });
}

type Sources = ReadonlyMap<string, { readonly file: string; readonly text: string }>;

/** By path, each as the nearest folder has it. */
function nearestFiles(chain: readonly ManifestOfFolder[]): Sources {
  return new Map(
    chain
      .toReversed()
      .flatMap(({ folder: { folder, files } }) =>
        [...files].map(([path, text]) => [path, { file: `${folder}/${path}`, text }] as const),
      ),
  );
}

function parseFile(
  sources: Sources,
  folder: string,
  path: string,
  diagnostics: Diagnostic[],
): ParsedFile | null {
  const source = sources.get(path);
  if (source === undefined) {
    diagnostics.push(missingFile(folder, path));
    return null;
  }
  const parsed = parseHandlebars(source.text, source.file);
  if ("program" in parsed) return parsed;
  diagnostics.push(parsed);
  return null;
}

/** Key by key, the nearest folder that has it. */
function readLabelsFiles(
  chain: readonly ManifestOfFolder[],
  language: string,
  diagnostics: Diagnostic[],
): Labels | null {
  const folders = chain.map(({ folder }) => folder);
  const read = readLabelsOfChain(folders, language);
  if (read === null) {
    diagnostics.push(missingFile(folders[0]?.folder ?? "", `labels.${language}.yaml`));
    return null;
  }
  const { labels } = read;
  diagnostics.push(...read.diagnostics);
  if (hasErrors(read.diagnostics)) return null;
  return labels;
}

/** Labels that the helpers themselves print; what other languages lack is told beside. */
function lackingLabels(
  first: Labels | undefined,
  printed: readonly string[],
): readonly Diagnostic[] {
  if (first === undefined) return [];
  const lacking = printed.filter((key) => !first.entries.has(key));
  return lacking.map((key) => ({
    code: "unknown-label",
    severity: "error",
    message: `no label "${key}"`,
    place: { file: first.file },
    hint: labelHint(first, key),
  }));
}
