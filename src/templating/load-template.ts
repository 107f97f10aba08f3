/** The files of one template folder in, a checked template ready to be filled out. */
import Handlebars from "handlebars/dist/handlebars.js";
import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.js";
import { FindingSchema } from "../model/issue.js";
import { parseYaml } from "../text/yaml.js";
import type { ParsedFile } from "./environment.js";
import { labelsOfHelpers } from "./filling.js";
import { type Labels, labelHint, readLabels } from "./labels.js";
import { lintTemplate } from "./lint/lint-template.js";

/** `template.yaml`. */
const ManifestSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  /** BCP 47 tags; each has its `labels.<tag>.yaml`. */
  languages: z.array(z.string().min(2)).min(1),
  style: z.string().default("style.css"),
  entry: z.string().default("brief.hbs"),
});
export type Manifest = z.infer<typeof ManifestSchema>;

export interface Template {
  /** As diagnostics name it. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** CSS text. */
  readonly style: string;
  readonly entry: ParsedFile;
  /** By name, without `partials/` and `.hbs`. */
  readonly partials: ReadonlyMap<string, ParsedFile>;
  readonly labels: ReadonlyMap<string, Labels>;
}

/**
 * @param files text by path below the template's folder
 * @param folder the folder as a person would type it; diagnostics begin with it
 * @returns no template where a diagnostic is an error
 */
export function loadTemplate(
  files: ReadonlyMap<string, string>,
  folder: string,
): { readonly template: Template | null; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const manifest = readManifest(files, folder, diagnostics);
  if (manifest === null) return { template: null, diagnostics };

  const style = files.get(manifest.style);
  if (style === undefined) diagnostics.push(missingFile(folder, manifest.style));
  const entry = parseFile(files, folder, manifest.entry, diagnostics);
  const partials = new Map<string, ParsedFile>();
  for (const path of [...files.keys()].toSorted()) {
    const name = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (name === undefined) continue;
    const parsed = parseFile(files, folder, path, diagnostics);
    if (parsed !== null) partials.set(name, parsed);
  }
  const labels = new Map<string, Labels>();
  for (const language of manifest.languages) {
    const read = readLabelsFile(files, folder, language, diagnostics);
    if (read !== null) labels.set(language, read);
  }
  const parsed = !diagnostics.some(({ severity }) => severity === "error");
  if (parsed && entry !== null) {
    diagnostics.push(...lintTemplate(entry, partials, [...labels.values()]));
  }
  const sound = !diagnostics.some(({ severity }) => severity === "error");
  if (!sound || entry === null || style === undefined) return { template: null, diagnostics };
  return { template: { folder, manifest, style, entry, partials, labels }, diagnostics };
}

function readManifest(
  files: ReadonlyMap<string, string>,
  folder: string,
  diagnostics: Diagnostic[],
): Manifest | null {
  const text = files.get("template.yaml");
  if (text === undefined) {
    diagnostics.push(missingFile(folder, "template.yaml"));
    return null;
  }
  const manifest = parseYaml(ManifestSchema, `${folder}/template.yaml`, text);
  diagnostics.push(...manifest.diagnostics);
  return manifest.value;
}

function parseFile(
  files: ReadonlyMap<string, string>,
  folder: string,
  path: string,
  diagnostics: Diagnostic[],
): ParsedFile | null {
  const text = files.get(path);
  const file = `${folder}/${path}`;
  if (text === undefined) {
    diagnostics.push(missingFile(folder, path));
    return null;
  }
  try {
    // The line break at a file's end is the editor's: a partial may stand in the middle of a line.
    const program = Handlebars.parse(text.replace(/\n$/, ""), { srcName: file });
    return { file, text, program };
  } catch (error) {
    diagnostics.push(syntaxError(error, file));
    return null;
  }
}

/** Handlebars gives the place as fields, or only in the words of a parser's message. */
function syntaxError(error: unknown, file: string): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const [head = "", , , expected = ""] = message.split("\n");
  const exception = error instanceof Handlebars.Exception ? error : null;
  const given: unknown = exception?.lineNumber;
  const line = typeof given === "number" ? given : Number(/line (\d+)/.exec(message)?.[1] ?? 1);
  const got = /got '(.+)'$/.exec(expected)?.[1]?.toLowerCase();
  return {
    code: "template-syntax",
    severity: "error",
    message:
      expected === ""
        ? head.replace(/ - \d+:\d+$/, "")
        : `not valid Handlebars: ${got === "eof" ? "the file ends too early" : `did not expect ${got ?? "this"}`}`,
    place: { file, line },
    hint: "every {{ needs its }}, every {{#block}} its {{/block}}",
  };
}

function readLabelsFile(
  files: ReadonlyMap<string, string>,
  folder: string,
  language: string,
  diagnostics: Diagnostic[],
): Labels | null {
  const path = `labels.${language}.yaml`;
  const text = files.get(path);
  if (text === undefined) {
    diagnostics.push(missingFile(folder, path));
    return null;
  }
  const read = readLabels(`${folder}/${path}`, text, language);
  diagnostics.push(...read.diagnostics);
  if (read.diagnostics.some(({ severity }) => severity === "error")) return null;
  for (const key of labelsOfHelpers(FindingSchema.shape.kind.options)) {
    if (read.labels.entries.has(key)) continue;
    diagnostics.push({
      code: "unknown-label",
      severity: "error",
      message: `no label "${key}"`,
      place: { file: read.labels.file },
      hint: labelHint(read.labels, key),
    });
  }
  return read.labels;
}

function missingFile(folder: string, path: string): Diagnostic {
  return {
    code: "missing-file",
    severity: "error",
    message: "the template has no such file",
    place: { file: `${folder}/${path}` },
    hint: "templates/weekly shows the files that a template has",
  };
}
