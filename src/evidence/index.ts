/** The evidence stage: what an issue cites, kept so that it can be looked up years later. */
export { type Bundle, type BundleRequest, bundleEvidence } from "./bundle.js";
export {
  articleOfText,
  EVIDENCE,
  evidenceOf,
  evidencePath,
  formerEvidenceOf,
  rawPathOf,
} from "./layout.js";
export { MANIFEST, type ManifestRequest, manifestOf } from "./manifest.js";
export { type OpenedZip, openZip } from "./open-zip.js";
export { citedPassages } from "./passages.js";
export { type RawFile, readRawFiles } from "./raw-files.js";
export { readEvidenceArticle } from "./read-article.js";
export { parseManifest, readManifest } from "./read-manifest.js";
export { readTexts } from "./read-texts.js";
export { recordInputs } from "./record-inputs.js";
export { zipBundle } from "./zip-bundle.js";
