/** `template.yaml` of a template and of all that it extends in, what holds for the nearest out. */
import { z } from "zod";
import type { Diagnostic } from "../model/diagnostic.js";
import type { TemplateFolder } from "../model/template-folder.js";
import { PageSchema } from "../model/template-parameters.js";
import { type ParsedYaml, parseYaml } from "../text/yaml.js";

import { ParametersSchema } from "./parameters.js";

/** BCP 47 tags; each has its `labels.<tag>.yaml`. */
const LanguagesSchema = z.array(z.string().min(2)).min(1);

const shared = {
  name: z.string().min(1),
  style: z.string().optional(),
  entry: z.string().optional(),
  /** Version of the data that the template was written for. */
  view: z.string().optional(),
  /** The parts that `brief.hbs` prints, in its order, for people. */
  slots: z.array(z.string().min(1)).optional(),
  parameters: ParametersSchema.optional(),
  page: PageSchema.optional(),
};

const RootSchema = z.strictObject({
  ...shared,
  description: z.string().min(1),
  languages: LanguagesSchema,
});

/** What a template does not say itself it has from the one it extends. */
const ChildSchema = z.strictObject({
  ...shared,
  extends: z.string().min(1),
  description: z.string().min(1).optional(),
  languages: LanguagesSchema.optional(),
});

type ManifestFile = z.infer<typeof RootSchema> | z.infer<typeof ChildSchema>;

export interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly languages: readonly string[];
  /** Path of the page below the nearest folder that has it. */
  readonly entry: string;
  readonly slots: readonly string[];
  /** Names of the templates that it extends, nearest first. */
  readonly extends: readonly string[];
}

/** As far as a template is loaded from it. */
export type FolderOfChain = Pick<TemplateFolder, "name" | "folder" | "files"> & {
  /** By path below the folder; their bytes are of no concern here. */
  readonly assets?: { readonly has: (path: string) => boolean };
};

/** One folder of the chain with what its `template.yaml` says. */
export interface ManifestOfFolder {
  readonly folder: FolderOfChain;
  readonly manifest: ManifestFile;
  readonly placeOf: ParsedYaml<ManifestFile>["placeOf"];
}

/** @returns the folders, nearest first; null where one cannot be read */
export function readManifests(
  folders: readonly FolderOfChain[],
  diagnostics: Diagnostic[],
): readonly ManifestOfFolder[] | null {
  const read = folders.map((folder) => readManifest(folder, diagnostics));
  const known = read.flatMap((manifest) => manifest ?? []);
  return known.length === folders.length ? known : null;
}

function readManifest(folder: FolderOfChain, diagnostics: Diagnostic[]): ManifestOfFolder | null {
  const text = folder.files.get(MANIFEST);
  if (text === undefined) {
    diagnostics.push(missingFile(folder.folder, MANIFEST));
    return null;
  }
  const { value, placeOf, ...parsed } = parseYaml(
    (input): z.ZodType<ManifestFile> => (extendsAnother(input) ? ChildSchema : RootSchema),
    `${folder.folder}/${MANIFEST}`,
    text,
  );
  diagnostics.push(...parsed.diagnostics);
  return value && { folder, manifest: value, placeOf };
}

const MANIFEST = "template.yaml";

function extendsAnother(input: unknown): boolean {
  return typeof input === "object" && input !== null && "extends" in input;
}

/** Key by key, the nearest that says it. */
export function mergeManifests(chain: readonly ManifestOfFolder[]): Manifest {
  const nearest = <K extends keyof ManifestFile>(key: K): ManifestFile[K] | undefined =>
    chain.find(({ manifest }) => manifest[key] !== undefined)?.manifest[key];
  return {
    name: nearest("name") ?? "",
    description: nearest("description") ?? "",
    languages: nearest("languages") ?? [],
    entry: nearest("entry") ?? "brief.hbs",
    slots: nearest("slots") ?? [],
    extends: chain.slice(1).map(({ folder }) => folder.name),
  };
}

export function missingFile(folder: string, path: string): Diagnostic {
  return {
    code: "missing-file",
    severity: "error",
    message: "the template has no such file",
    place: { file: `${folder}/${path}` },
    hint: "templates/weekly shows the files that a template has",
  };
}
