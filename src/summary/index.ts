/** The summary stage: analysed articles to the passages that the brief prints. */
export { bearingOf, tellEvents } from "./bearing.js";
export { type AnalysedArticle, analysed, analysedOrigins } from "./candidates.js";
export { foremostPassage } from "./foremost-passage.js";
export { pickThemes } from "./pick.js";
export type { Pinned } from "./pins.js";
export {
  type Summary,
  type SummaryRequest,
  type SummaryStatement,
  summarise,
} from "./summarise.js";
export type { Alias } from "./verify/aliases.js";
export { type RewriteContext, verifyRewrite } from "./verify/verify-rewrite.js";
export { verifyStatement } from "./verify/verify-statement.js";
export { type TranslationContext, verifyTranslation } from "./verify/verify-translation.js";
