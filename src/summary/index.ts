/** The summary stage: analysed articles to the passages that the brief prints. */
export { pickThemes } from "./pick.js";
