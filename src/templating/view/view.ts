/** The whole of the data that a template sees; `templates/DATA.md` shows every field with a value. */
import { z } from "zod";
import { ParameterValueSchema } from "../../model/template-parameters.js";
import * as charts from "./charts.js";
import * as coverage from "./coverage.js";
import { DeskViewSchema } from "./desk.js";
import { DisagreementGroupSchema } from "./disagreement.js";
import * as edition from "./edition.js";
import { GlanceViewSchema } from "./figures.js";
import * as source from "./source.js";
import { DirectionViewSchema, FindingViewSchema, StatementViewSchema } from "./statement.js";
import { ThemeViewSchema } from "./theme.js";
import { EventViewSchema, TimelineViewSchema } from "./timeline.js";

/** What `template.yaml` names under `view`. */
export const VIEW_VERSION = "briefwright/view/1";

export const ViewSchema = z.strictObject({
  schema: z.literal(VIEW_VERSION).describe("Version of this data."),
  language: z.string().describe("Language of the page, BCP 47."),
  direction: DirectionViewSchema.describe("Way of writing of the page."),
  brief: edition.BriefViewSchema.describe("The series."),
  issue: edition.EditionViewSchema.describe("This edition of it."),
  marking: edition.MarkingViewSchema.describe("Who may see it."),
  citing: edition.CitingViewSchema.describe("How sources are cited."),
  parameters: z
    .record(z.string(), ParameterValueSchema)
    .describe(
      "What the settings of the brief set, or the template's defaults, by name. A picture is the address to print in src.",
    ),
  originals: z
    .array(z.string())
    .describe("Names of the languages, other than that of the page, in which sources speak here."),
  desk: DeskViewSchema.describe("What the desk says in its own words."),
  bottomLine: z.array(StatementViewSchema).describe("What matters most, in one or two statements."),
  keyMessages: z.array(StatementViewSchema).describe("What matters next."),
  glance: GlanceViewSchema.describe("Figures at a glance."),
  themes: z.array(ThemeViewSchema).describe("The themes of the brief, in its order."),
  disagreements: z
    .array(DisagreementGroupSchema)
    .describe("What does not agree, and apart from it what changed."),
  volume: charts.VolumeViewSchema.nullable().describe(
    "Articles of each theme by week, for {{volumeChart volume}}. Null where fewer than two weeks have any, or issues are compared.",
  ),
  issueVolume: charts.IssueVolumeViewSchema.nullable().describe(
    "Reports on each theme by issue, for {{issueVolumeChart issueVolume}}. Null where nothing was released before.",
  ),
  measures: z
    .array(charts.MeasureViewSchema)
    .describe("Things for which several values are given, for {{measureChart this}}."),
  timeline: TimelineViewSchema.describe("What happened when."),
  watch: z.array(EventViewSchema).describe("Events ahead."),
  names: z.array(source.NameViewSchema).describe("Who is who, and how the sources spell it."),
  respelled: z
    .array(source.NameViewSchema)
    .describe("Of these, those that a source spells otherwise than by a part of the house form."),
  gaps: z.array(FindingViewSchema).describe("What the sourcing lacks."),
  sources: z.array(source.SourceViewSchema).describe("Sources cited, in order of their numbers."),
  method: coverage.MethodViewSchema.describe("How it was made."),
  corrections: z.array(z.string()).describe("The desk's words on what was wrong before."),
  revision: edition.RevisionViewSchema.nullable().describe(
    "What a reissue changes. Null in the first version of an issue.",
  ),
  coverage: z
    .array(coverage.CoverageViewSchema)
    .describe("Articles by how they were used and by which rule."),
});
