/** The templating stage: a template folder read and checked, an issue printed with it as HTML. */

export { dateWords, rangeWords } from "./date-words.js";
export { describeTemplate, type TemplateDescription } from "./describe-template.js";
export { directionOf } from "./direction.js";
export { evidencePages } from "./evidence/evidence-pages.js";
export { type FilledSource, fillSource } from "./fill-source.js";
export { fillTemplate } from "./fill-template.js";
export { labelParts, labelText, readLabels } from "./labels.js";
export { applyFixes, type Fix } from "./lint/fixes.js";
export { loadTemplate, loadTemplateFrom, styleOf, type Template } from "./load-template.js";
export type { TemplateSheet } from "./parameter-sheets.js";
export { picturesOf } from "./parameters.js";
export { type ViewPart, viewPart, viewYaml } from "./reference/view-part.js";
export { checkLanguage } from "./spoken-languages.js";
export { type Direction, VIEW_PARTS, ViewSchema } from "./view/index.js";
export { viewFor } from "./view-for.js";
