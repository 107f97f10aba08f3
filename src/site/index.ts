/** The site stage: what was approved, as an archive of static pages for those who may see it. */

export { anchorsOf, NO_ANCHORS } from "./anchors.js";
export { type Applied, applyPlan, SITE_MANIFEST } from "./apply-plan.js";
export { type ArchivedBrief, buildArchive } from "./archive.js";
export type { Edition, EditionCopies, KeptFile, SiteFile } from "./edition.js";
export { RESERVED_BRIEFS, RESERVED_ISSUES } from "./places.js";
export { planSite } from "./plan-site.js";
export { readEdition } from "./read-edition.js";
export type { Site } from "./site.js";
export { wordsFrom } from "./words.js";
