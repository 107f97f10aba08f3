/** What date expressions say, before and after they are resolved. */
import type { DateMention } from "../../model/analysis.js";
import type { RelativeUnit } from "./date-language.js";

/** -1 for the one before the reference (`last`), 1 for the one after it (`next`), 0 unsaid. */
export type Shift = -1 | 0 | 1;
/** Where the words around a date put it, as seen from the reference day. */
export type Tense = "past" | "future" | "unknown";

/** The year of a date: stated, counted from the reference (`May last year`), or left open. */
export interface YearFields {
  readonly year: number | null;
  /** Years from that of the reference; null where the words do not say. */
  readonly yearOffset: number | null;
}

/** What a date expression says; months count from 1, weekdays from 0 for Monday. */
export type DateFields =
  | (YearFields & {
      readonly kind: "day";
      readonly month: number;
      readonly day: number;
      readonly weekday: number | null;
    })
  | (YearFields & { readonly kind: "month"; readonly month: number; readonly shift: Shift })
  | { readonly kind: "year"; readonly year: number }
  /** Ten years from `year` on. */
  | { readonly kind: "decade"; readonly year: number }
  | (YearFields & { readonly kind: "quarter"; readonly quarter: number })
  | { readonly kind: "weekday"; readonly weekday: number; readonly shift: Shift }
  /** Saturday and Sunday. */
  | { readonly kind: "weekend"; readonly shift: Shift }
  | (YearFields & {
      /** The `week`th seven days of a month, -1 for its last seven. */
      readonly kind: "week-of-month";
      readonly week: number;
      readonly month: number;
    })
  /** `the 3rd of this month`: months from that of the reference. */
  | { readonly kind: "day-of-month"; readonly day: number; readonly offset: number }
  | {
      /** `yesterday`, `last week`, `three days ago`: whole units from the reference. */
      readonly kind: "relative";
      readonly unit: RelativeUnit;
      readonly offset: number;
      /** `today, Saturday`. */
      readonly weekday: number | null;
    }
  /** From the first day of one to the last day of the other. */
  | { readonly kind: "range"; readonly first: RangeEnd; readonly last: RangeEnd }
  /** `in the coming days`: a date expression that names no days. */
  | { readonly kind: "vague" };

export type RangeEnd = Extract<DateFields, { kind: "day" | "month" | "year" }>;

/** A date expression and its place in the text, UTF-16 code units. */
export type DateExpression = DateFields & {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tense: Tense;
};

/** The day that relative expressions count from: that of publication, stated or inferred. */
export interface DateReference {
  readonly day: string;
  readonly anchor: "published" | "inferred";
}

export interface ResolvedDate {
  readonly from: string;
  readonly to: string;
  readonly precision: DateMention["precision"];
}
