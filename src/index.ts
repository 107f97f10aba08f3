/** The public API of the library. */

export * from "./model/analysis.js";
export * from "./model/article.js";
export * from "./model/diagnostic.js";
export * from "./model/issue.js";
export * from "./model/lexicon.js";
