/** Why an article, a passage, a statement or a finding is in the brief, or why not. */
export { explain } from "./explain.js";
export { explainIssueFile, explainStudy } from "./open-known.js";
