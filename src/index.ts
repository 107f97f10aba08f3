/** The public API of the library: the pipeline, and the vocabulary that it speaks. */
export { checkFile } from "./check/check-file.js";
export { type CheckResult, checkIssueFile } from "./check/check-issue-file.js";
export { explainIssueFile, explainStudy } from "./explain/index.js";
export { type Host, HostError } from "./host/host.js";
export { memoryHost } from "./host/memory.js";
export { nodeHost } from "./host/node.js";
export { type InspectRequest, inspectCorpus } from "./inspect/inspect-corpus.js";
export { type Period, parseWeek, periodOfDays } from "./issue/index.js";
export * from "./model/analysis.js";
export * from "./model/article.js";
export * from "./model/check-codes.js";
export * from "./model/desk-notes.js";
export * from "./model/diagnostic.js";
export type { Explanation } from "./model/explanation.js";
export * from "./model/fault.js";
export { INSPECT_LINES } from "./model/inspect.js";
export * from "./model/issue.js";
export * from "./model/lexicon.js";
export * from "./model/settings.js";
export {
  type BriefRequest,
  type GenerateRequest,
  type GenerateResult,
  generate,
  type Study,
  studyBrief,
} from "./pipeline.js";
export {
  type Attachment,
  type PdfOptions,
  type PdfResult,
  type PdfSummary,
  renderPdf,
  streamPdf,
} from "./render/index.js";
