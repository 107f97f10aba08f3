/** Dates and ranges of days as data. */
import { z } from "zod";
import { DateRangeSchema } from "../../model/issue.js";

export const DateViewSchema = z
  .string()
  .describe("A day, month, year or instant, as much as is known, printed with {{date …}}.");

export const DateRangeViewSchema = z
  .strictObject({
    from: DateViewSchema.describe("First day."),
    to: DateViewSchema.describe("Last day, included."),
    precision: DateRangeSchema.shape.precision.describe("How exactly it is known."),
  })
  .describe("Days that something covers, printed with {{dateRange …}}.");
