/** The files of a template and an issue in, the filled page with all that it needs to be printed out. */
import type { Diagnostic } from "../model/diagnostic.js";
import { hasErrors } from "../model/diagnostic.js";
import type { EditionOptions } from "../model/edition-options.js";
import type { Issue } from "../model/issue.js";
import type { OnStep } from "./environment.js";
import { fillTemplate } from "./fill-template.js";
import { loadTemplateFrom, type TemplateSource } from "./load-template.js";
import { markingSheet, type TemplateSheet } from "./parameter-sheets.js";
import { type ParameterPicture, picturesOf } from "./parameters.js";

/** Plain data: it may come from another thread. */
export interface FilledSource {
  /** Null where a diagnostic is an error. */
  readonly page: {
    readonly html: string;
    readonly paper: string;
    readonly sheets: readonly TemplateSheet[];
    readonly pictures: readonly ParameterPicture[];
  } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param onStep is told where the filling is */
export function fillSource(
  source: TemplateSource,
  issue: Issue,
  edition?: EditionOptions,
  onStep?: OnStep,
): FilledSource {
  try {
    return fill(source, issue, edition, onStep);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { page: null, diagnostics: [tooDeep(source)] };
  }
}

function fill(
  source: TemplateSource,
  issue: Issue,
  edition: EditionOptions | undefined,
  onStep: OnStep | undefined,
): FilledSource {
  const { language } = issue.brief;
  const { template, diagnostics } = loadTemplateFrom(source, language);
  if (template === null) return { page: null, diagnostics };
  const filled = fillTemplate(template, issue, { language, edition, onStep });
  const all = [...diagnostics, ...filled.diagnostics];
  if (hasErrors(all)) return { page: null, diagnostics: all };
  const { html, paper } = filled;
  const sheets = [markingSheet(issue), ...template.sheets];
  const pictures = picturesOf(template.parameters);
  return { page: { html, paper, sheets, pictures }, diagnostics: all };
}

function tooDeep({ folder }: TemplateSource): Diagnostic {
  return {
    code: "template-too-deep",
    severity: "error",
    message: "blocks stand in blocks too deeply to be filled",
    place: { file: folder },
    hint: "move parts of the page into partials",
  };
}
