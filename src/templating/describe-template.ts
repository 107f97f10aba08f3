/** The files of a template in, what `template.yaml` says of it and of what it lets be set out. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { PagePaper } from "../model/template-parameters.js";
import { readParameters, type TemplateSource } from "./load-template.js";
import { mergeManifests, readManifests } from "./manifest.js";
import type { ParameterDeclaration } from "./parameters.js";

export interface TemplateDescription {
  readonly name: string;
  readonly description: string;
  /** Names of the templates that it extends, nearest first. */
  readonly extends: readonly string[];
  readonly languages: readonly string[];
  readonly slots: readonly string[];
  readonly page: PagePaper | null;
  readonly parameters: readonly (ParameterDeclaration & { readonly name: string })[];
}

/** @returns null where one of the files cannot be read */
export function describeTemplate({ parents, given, ...own }: TemplateSource): {
  readonly value: TemplateDescription | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const chain = readManifests([own, ...parents], diagnostics);
  if (chain === null) return { value: null, diagnostics };
  const { name, description, languages, slots, ...manifest } = mergeManifests(chain);
  const parameters = readParameters(chain, given, diagnostics).map(
    ({ name, declaration, value }) =>
      ({ name, ...declaration, default: value }) as ParameterDeclaration & { name: string },
  );
  const page = chain.find(({ manifest }) => manifest.page)?.manifest.page ?? null;
  return {
    value: { name, description, extends: manifest.extends, languages, slots, page, parameters },
    diagnostics,
  };
}
