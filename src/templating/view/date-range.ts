/** A range of days as data. */
import { z } from "zod";
import { DateRangeSchema } from "../../model/issue.js";

export const DateRangeViewSchema = z
  .strictObject({
    from: z.string().describe("First day."),
    to: z.string().describe("Last day, included."),
    precision: DateRangeSchema.shape.precision.describe("How exactly it is known."),
  })
  .describe("Days that something covers, printed with {{dateRange …}}.");
