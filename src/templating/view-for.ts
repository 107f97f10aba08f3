/** An issue and the template that prints it in, the data that the template sees out. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import { loadTemplateFrom, type TemplateSource } from "./load-template.js";
import { makeView } from "./make-view.js";
import { parameterValues } from "./parameters.js";
import type { View } from "./view/index.js";

/** A faulty template still has its data: what is wrong with it is told beside. */
export function viewFor(
  issue: Issue,
  source: TemplateSource,
): { readonly view: View; readonly diagnostics: readonly Diagnostic[] } {
  const { language } = issue.brief;
  const { template, diagnostics } = loadTemplateFrom(source, language);
  const parameters = template === null ? {} : parameterValues(template.parameters);
  return { view: makeView(issue, language, undefined, parameters), diagnostics };
}
