/** The summary stage: analysed articles to the passages that the brief prints. */
export { bearingOf, tellEvents } from "./bearing.js";
export { analysedOrigins } from "./candidates.js";
export { pickThemes } from "./pick.js";
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
