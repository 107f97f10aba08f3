/** The summary stage: analysed articles to the passages that the brief prints. */
export { tellEvents } from "./bearing.js";
export { analysedOrigins } from "./candidates.js";
export { pickThemes } from "./pick.js";
export {
  type Summary,
  type SummaryRequest,
  type SummaryStatement,
  summarise,
} from "./summarise.js";
