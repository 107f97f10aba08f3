/** The rewriting stage: an issue to the same with statements in generated words, where a setting asks for it and all rules hold. */
export { REWRITES } from "./cache.js";
export { type RewriteMeans, type RewriteRequest, rewriteIssue } from "./rewrite-issue.js";
