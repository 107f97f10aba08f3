/** Dates in running text: where they stand, what they say, which days they cover. */
export type {
  DateExpression,
  DateFields,
  DateReference,
  ResolvedDate,
  Tense,
} from "./date-fields.js";
export { findDateExpressions, findPlainDates } from "./find-dates.js";
export { DATE_LANGUAGES } from "./languages/index.js";
export { findDateMentions } from "./mentions.js";
export { isAbsolute, resolveDate } from "./resolve.js";
