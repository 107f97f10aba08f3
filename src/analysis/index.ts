/** The analysis stage: what each article says, and how the articles hang together. */
export { analyseArticles } from "./analyse.js";
export { checkThemes } from "./check-themes.js";
export { claimOf, type FigureClaim } from "./figure-claims.js";
export { findFigures } from "./figures.js";
export { overrideThemes } from "./override-themes.js";
export { type Relations, relateArticles } from "./relate.js";
export { spansIn } from "./spans.js";
export { type SuggestedTerm, suggestTerms } from "./theme-terms/suggest-terms.js";
export { type TriedTerm, tryTerms } from "./theme-terms/try-terms.js";
export { reportUnsplitLanguages } from "./unsplit-languages.js";
