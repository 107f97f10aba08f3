/** The site stage: what was approved, as an archive of static pages for those who may see it. */

export { anchorsOf, NO_ANCHORS } from "./anchors.js";
export { type Applied, applyPlan, SITE_MANIFEST } from "./apply-plan.js";
export { type ArchivedBrief, buildArchive, compareText, whyWithheld } from "./archive.js";
export { loadSiteAssets, type SiteAssets } from "./assets.js";
export type { Edition, EditionCopies, KeptFile, SiteFile } from "./edition.js";
export { markingsStyle } from "./markings-style.js";
export { escapeText } from "./markup.js";
export { MARKINGS_STYLE, RESERVED_BRIEFS, RESERVED_ISSUES } from "./places.js";
export { planSite } from "./plan-site.js";
export { readEdition } from "./read-edition.js";
export type { Site } from "./site.js";
export { type Words, wordsFrom } from "./words.js";
