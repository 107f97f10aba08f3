/** A template with all that it extends in, the files of one that stands by itself out. */
import { parseDocument, stringify } from "yaml";
import { assetsOf, foldersOf, type TemplateFiles } from "../model/template-folder.js";
import type { TemplateDescription } from "../templating/index.js";

export function copyWhole(
  name: string,
  template: TemplateFiles,
  description: TemplateDescription,
): ReadonlyMap<string, Uint8Array> {
  const texts = new Map<string, string>();
  for (const { name: owner, files } of foldersOf(template).toReversed()) {
    for (const [path, text] of files) texts.set(path, joined(path, texts.get(path), text, owner));
  }
  texts.set("template.yaml", manifestText(name, template, description));
  return new Map([
    ...[...texts].map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
    ...assetsOf(template),
  ]);
}

/** Style sheets add up, labels are merged key by key, of everything else the nearest counts. */
function joined(path: string, before: string | undefined, text: string, owner: string): string {
  if (before === undefined) return text;
  if (path.endsWith(".css")) return `${before}\n/* From ${owner}. */\n${text}`;
  return /^labels\..+\.yaml$/.test(path) ? mergeYaml(before, text) : text;
}

/** With the comments of the first, and those of what the second has alone. */
function mergeYaml(before: string, text: string): string {
  const document = parseDocument(before);
  const put = (value: unknown, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      document.setIn(path, value);
    } else for (const [key, inner] of Object.entries(value)) put(inner, [...path, key]);
  };
  put(parseDocument(text).toJS({ maxAliasCount: 0 }), []);
  return document.toString({ lineWidth: 0 });
}

/** One that extends nothing keeps its comments; of a chain the whole is written anew. */
function manifestText(
  name: string,
  { files, parents }: TemplateFiles,
  { description, languages, page, parameters, slots }: TemplateDescription,
): string {
  const own = files.get("template.yaml") ?? "";
  if (parents.length === 0) return own.replace(/^name:.*$/m, `name: ${name}`);
  const declared = parameters.map(({ name: parameter, ...declaration }) => [
    parameter,
    declaration,
  ]);
  return stringify({
    name,
    description,
    languages,
    ...(page === null ? {} : { page }),
    ...(declared.length === 0 ? {} : { parameters: Object.fromEntries(declared) }),
    ...(slots.length === 0 ? {} : { slots }),
  });
}
