/** Parts of the view that stand in several places, by the names that its reference has for them. */
import type { z } from "zod";
import { DateRangeViewSchema, DateViewSchema } from "./date-range.js";
import { DeskLineViewSchema } from "./desk.js";
import { OutletViewSchema } from "./source.js";
import { CitationViewSchema, FindingViewSchema, StatementViewSchema } from "./statement.js";
import { EventViewSchema } from "./timeline.js";

export const VIEW_PARTS = {
  StatementViewSchema,
  FindingViewSchema,
  CitationViewSchema,
  DateRangeViewSchema,
  DateViewSchema,
  DeskLineViewSchema,
  EventViewSchema,
  OutletViewSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>;
