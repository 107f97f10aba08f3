/** The issue stage: period, selection, composition and check of one dated edition. */
export { checkIssue, checkParsed, type Sources } from "./check/index.js";
export { type Placed, placesOf } from "./check/places.js";
export { checkStatus } from "./check-status.js";
export { composeIssue } from "./compose.js";
export { coverageOf } from "./coverage.js";
export { templateOf } from "./inputs.js";
export { ISSUE_VERSION } from "./migrations/index.js";
export { MAX_ISSUE_BYTES, type ParsedIssue, parseIssue } from "./parse-issue.js";
export {
  cutOffOf,
  daysBetween,
  endOfDay,
  instantAt,
  LAST_DAY,
  lastVisibleDay,
  latestWeek,
  type Period,
  parseDay,
  parseWeek,
  periodOfDays,
  shiftDay,
  weekOf,
} from "./period.js";
export { findChanges } from "./revision/find-changes.js";
export { saysSomethingNew } from "./revision/revise.js";
export { ARTICLE_INPUT, canonicalJson, sealOf, sha256, statementId } from "./seal.js";
export { type Selection, selectArticles } from "./select.js";
export type { Comparison } from "./since/compare-issues.js";
export { articlesOf } from "./since/previous-articles.js";
export { checkDeskWords } from "./style/check-desk-words.js";
export { checkStandingWords } from "./style/check-standing-words.js";
export { findStyleFaults } from "./style/find-style-faults.js";
export { allCitationsOf, type Slot, slotsOf, statementsOf } from "./walk.js";
