/** A template and an issue in, the filled page as HTML out. */
import { referenceOf } from "../citing/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { EditionOptions } from "../model/edition-options.js";
import type { Issue } from "../model/issue.js";
import { compileTemplate, type OnStep, PAGE_LIMIT } from "./environment.js";
import { showControls } from "./escape-html.js";
import { Filling } from "./filling.js";
import type { Labels } from "./labels.js";
import type { Template } from "./load-template.js";
import { makeView } from "./make-view.js";
import { parameterValues } from "./parameters.js";
import { noLabels } from "./spoken-languages.js";
import { TemplateError } from "./template-error.js";
import { withoutRegion } from "./view-language.js";

export interface FillOptions {
  /** BCP 47 tag; a tag with a region takes the language's labels where it has none of its own. */
  readonly language: string;
  /** How far it is cleared, and where it can be read; what the issue says of it by default. */
  readonly edition?: EditionOptions | undefined;
  /** Characters that the page may have. */
  readonly limit?: number;
  /** Is told where the filling is. */
  readonly onStep?: OnStep | undefined;
}

export interface Filled {
  /** The page as browsers show it; empty where a diagnostic is an error. */
  readonly html: string;
  /** The page as it is printed: notes of the foot of a page stand where they are called. */
  readonly paper: string;
  readonly diagnostics: readonly Diagnostic[];
}

export function fillTemplate(template: Template, issue: Issue, options: FillOptions): Filled {
  const labels = labelsFor(template, options.language);
  if (labels === undefined) {
    const { folder, manifest } = template;
    const fault = noLabels(folder, manifest.name, manifest.languages, options.language);
    return { html: "", paper: "", diagnostics: [fault] };
  }
  const view = makeView(
    issue,
    options.language,
    options.edition,
    parameterValues(template.parameters),
  );
  const references = issue.sources.map(referenceOf);
  const filling = new Filling(view, labels, issue.citing, references);
  try {
    const { entry, partials } = template;
    const fill = compileTemplate(entry, partials, filling, {
      limit: options.limit ?? PAGE_LIMIT,
      onStep: options.onStep,
    });
    const { html, paper } = filling.links.finish(fill(view));
    const { diagnostics } = filling;
    if (diagnostics.length > 0) return { html: "", paper: "", diagnostics };
    return { html: showControls(html), paper: showControls(paper), diagnostics };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const { file = template.entry.file, line, column } = error.place;
    const place = {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
    const { code, message, hint } = error;
    return {
      html: "",
      paper: "",
      diagnostics: [{ code, severity: "error", message, place, hint }],
    };
  }
}

function labelsFor(template: Template, language: string): Labels | undefined {
  return template.labels.get(language) ?? template.labels.get(withoutRegion(language));
}
