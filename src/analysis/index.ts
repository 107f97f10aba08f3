/** The analysis stage: what each article says, and how the articles hang together. */
export { analyseArticles } from "./analyse.js";
export { type FigureStatement, readStatements } from "./conflicts/figure-statements.js";
export { type EventPassage, readEvents } from "./events/events.js";
export { mainDateIn } from "./events/main-date.js";
export { claimOf, type FigureClaim } from "./figures/figure-claims.js";
export { findFigures } from "./figures/figures.js";
export { findWrittenNumbers } from "./figures/written-numbers.js";
export { reportUnsplitLanguages } from "./passages/unsplit-languages.js";
export { type Relations, relateArticles } from "./relate.js";
export { spansIn } from "./spans.js";
export { checkThemes, isTooCommon } from "./themes/check-themes.js";
export { decidePassages } from "./themes/decide-passages.js";
export { overrideThemes } from "./themes/override-themes.js";
export { type SuggestedTerm, suggestTerms } from "./themes/terms/suggest-terms.js";
export { type TriedTerm, tryTerms } from "./themes/terms/try-terms.js";
