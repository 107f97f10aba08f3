/** A built-in template of the repository with the weekly one that it extends, loaded as a person's would be. */
import { readdirSync, readFileSync } from "node:fs";
import { loadTemplate } from "../../src/templating/index.js";
import type { Template } from "../../src/templating/load-template.js";
import { weeklyFiles } from "./weekly.js";

export function loadBuiltIn(name: string, language = "en"): Template {
  const folder = new URL(`../../templates/${name}/`, import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(hbs|css|yaml)$/.test(path))
    .map((path): [string, string] => [path, readFileSync(new URL(path, folder), "utf8")]);
  const weekly = { name: "weekly", folder: "templates/weekly", files: weeklyFiles };
  const parents = name === "weekly" ? [] : [weekly];
  const loaded = loadTemplate(new Map(files), `templates/${name}`, parents, language);
  if (loaded.template === null) throw new Error(JSON.stringify(loaded.diagnostics, null, 2));
  return loaded.template;
}
