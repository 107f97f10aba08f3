/** The summary stage: analysed articles to the passages that the brief prints. */
export { bearingOfRange } from "./bearing.js";
export { pickThemes } from "./pick.js";
