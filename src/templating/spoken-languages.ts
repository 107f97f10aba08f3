/** A template's files and a language in, why no page can be printed in it out. */
import type { Diagnostic } from "../model/diagnostic.js";
import { foldersOf, type TemplateFiles } from "../model/template-folder.js";
import { primaryLanguage } from "../text/primary-language.js";
import { mergeManifests, readManifests } from "./manifest.js";

/** Before anything is filled: an issue in a language that nobody can print must not be kept either. */
export function checkLanguage(template: TemplateFiles, language: string): readonly Diagnostic[] {
  const chain = readManifests(foldersOf(template), []);
  // Loading the template tells what is wrong with it.
  if (chain === null) return [];
  const { name, languages } = mergeManifests(chain);
  const isSpoken = languages.some((tag) => tag === language || tag === primaryLanguage(language));
  return isSpoken && isTag(language) ? [] : [noLabels(template.folder, name, languages, language)];
}

/** BCP 47; the tag becomes the name of a folder. */
function isTag(language: string): boolean {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language);
}

export function noLabels(
  folder: string,
  name: string,
  languages: readonly string[],
  language: string,
): Diagnostic {
  return {
    code: "no-labels",
    severity: "error",
    message: `template "${name}" has no labels for "${language}"`,
    place: { file: `${folder}/template.yaml` },
    hint: `it speaks ${languages.join(", ")}; templates/README.md tells how to add a language`,
  };
}
