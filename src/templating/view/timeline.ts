/** Dated events as data, and the positions of the small chart that shows them. */
import { z } from "zod";
import { DateRangeViewSchema, DateViewSchema } from "./date-range.js";
import { StatementViewSchema } from "./statement.js";

export const EventViewSchema = z
  .strictObject({
    date: DateRangeViewSchema.describe("Date of the event, for {{dateRange …}}."),
    inferred: z.boolean().describe("Whether it rests on a day that was worked out: print a badge."),
    planned: z.boolean().describe("Whether it was announced for later."),
    statement: StatementViewSchema.describe("What tells it."),
  })
  .describe("An event, told by a statement.");

const AxisSchema = z.strictObject({
  x1: z.number().describe("Left end of the axis."),
  x2: z.number().describe("Right end of the axis."),
  y: z.number().describe("Height at which it lies."),
});
const TickSchema = z.strictObject({
  x: z.number().describe("Place of a tick across."),
  y1: z.number().describe("Top of the tick."),
  y2: z.number().describe("Foot of the tick."),
  textY: z.number().describe("Base line of its month's name."),
  label: z.string().describe("Name of the month."),
});
const DotSchema = z.strictObject({
  x: z.number().describe("Place of a dot across."),
  y: z.number().describe("Its height."),
  r: z.number().describe("Its radius."),
  count: z.int().describe("Events that it stands for."),
  planned: z.boolean().describe("Whether all of them lie ahead."),
});

/** Lengths in CSS pixels. */
export const TimelineChartSchema = z.strictObject({
  width: z.number().describe("Width of the picture, in CSS pixels as all that follows."),
  height: z.number().describe("Height of the picture."),
  axis: AxisSchema.describe("The line of time."),
  ticks: z.array(TickSchema).describe("Months along it."),
  dots: z.array(DotSchema).describe("Events, near ones drawn as one dot."),
  from: DateViewSchema.describe("First day drawn."),
  to: DateViewSchema.describe("Last day drawn."),
});

export const TimelineViewSchema = z.strictObject({
  chart: TimelineChartSchema.nullable().describe(
    "A small chart. Null for fewer than three events whose month is known.",
  ),
  events: z.array(EventViewSchema).describe("Events, the earliest first."),
  folded: z.int().describe("Earlier events that few report, counted instead of listed."),
  short: z
    .strictObject({
      events: z.array(EventViewSchema).describe("Events, the earliest first."),
      folded: z.int().describe("Earlier events that are counted instead of listed."),
    })
    .describe("The same where there is room for eight: all of the period, and few before it."),
});
