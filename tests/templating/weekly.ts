/** The weekly template, loaded as a person's would be. */
import { readdirSync, readFileSync } from "node:fs";
import type { Diagnostic } from "../../src/model/diagnostic.js";
import type { Issue } from "../../src/model/issue.js";
import { fillTemplate, loadTemplate } from "../../src/templating/index.js";
import type { Template } from "../../src/templating/load-template.js";
import { parseHandlebars } from "../../src/templating/parse-handlebars.js";

const FOLDER = new URL("../../templates/weekly/", import.meta.url);

/** Text by path. */
export const weeklyFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(hbs|css|yaml)$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, FOLDER), "utf8")]),
);

/** The weekly template with some of its files replaced. */
export function changedFiles(changes: Readonly<Record<string, string>>): Map<string, string> {
  return new Map([...weeklyFiles, ...Object.entries(changes)]);
}

export function loaded(files: ReadonlyMap<string, string> = weeklyFiles, spoken = "en"): Template {
  const { template, diagnostics } = loadTemplate(files, "templates/weekly", [], spoken);
  if (template === null) throw new Error(JSON.stringify(diagnostics, null, 2));
  return template;
}

/** The weekly template with another page, or another partial, at which the lint has not looked. */
export function unlinted(page: string, partial?: string): Template {
  const template = loaded();
  const path = partial === undefined ? "brief.hbs" : `partials/${partial}.hbs`;
  const parsed = parseHandlebars(page, `templates/weekly/${path}`);
  if (!("program" in parsed)) throw new Error(parsed.message);
  if (partial === undefined) return { ...template, entry: parsed };
  return { ...template, partials: new Map([...template.partials, [partial, parsed]]) };
}

/** What is wrong with the weekly template once its page is this. */
export function faultsOf(page: string): readonly Diagnostic[] {
  const files = changedFiles({ "brief.hbs": page });
  return loadTemplate(files, "templates/weekly", [], "en").diagnostics;
}

/** A page of one line, without partials, filled. @throws where there is a fault */
export function print(page: string, issue: Issue): string {
  const files = [...weeklyFiles].filter(([path]) => !path.startsWith("partials/"));
  const template = loaded(new Map([...files, ["brief.hbs", page]]));
  const { html, diagnostics } = fillTemplate(template, issue, { language: "en" });
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return html;
}
