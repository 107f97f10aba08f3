/** A built-in template of the repository with the weekly one that it extends, loaded as a person's would be. */
import { readdirSync, readFileSync } from "node:fs";
import { loadTemplate } from "../../src/templating/index.js";
import type { Template } from "../../src/templating/load-template.js";
import { weeklyFiles } from "./weekly.js";

export function builtInFolders(name: string) {
  const folder = new URL(`../../templates/${name}/`, import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(hbs|css|yaml)$/.test(path))
    .map((path): [string, string] => [path, readFileSync(new URL(path, folder), "utf8")]);
  const weekly = { name: "weekly", folder: "templates/weekly", files: weeklyFiles };
  const own = { name, folder: `templates/${name}`, files: new Map(files) };
  return { own, parents: name === "weekly" ? [] : [weekly] };
}

export function loadBuiltIn(name: string, language = "en"): Template {
  const { own, parents } = builtInFolders(name);
  const loaded = loadTemplate(own.files, own.folder, parents, language);
  if (loaded.template === null) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return loaded.template;
}
