export { type FillOptions, fillTemplate } from "./fill-template.js";
export { loadTemplate, type Manifest, ManifestSchema, type Template } from "./load-template.js";
export { makeView, type ReleaseState, type View } from "./view.js";
