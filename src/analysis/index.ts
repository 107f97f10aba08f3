/** The analysis stage: what each article says, and how the articles hang together. */
export { analyseArticles } from "./analyse.js";
export { claimOf, type FigureClaim } from "./figure-claims.js";
export { findFigures } from "./figures.js";
export { type Relations, relateArticles } from "./relate.js";
export { reportUnsplitLanguages } from "./unsplit-languages.js";
