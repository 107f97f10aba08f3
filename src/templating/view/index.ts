/** The data that a template sees: its shape as schemas, with a description for every field, and as types. */
import type { z } from "zod";
import type * as charts from "./charts.js";
import type * as coverage from "./coverage.js";
import type * as desk from "./desk.js";
import type * as disagreement from "./disagreement.js";
import type * as edition from "./edition.js";
import type { Frozen } from "./frozen.js";
import type * as source from "./source.js";
import type * as statement from "./statement.js";
import type * as theme from "./theme.js";
import type * as timeline from "./timeline.js";
import type * as view from "./view.js";

export { VIEW_PARTS } from "./parts.js";
export { VIEW_VERSION, ViewSchema } from "./view.js";

type Shown<Schema extends z.ZodType> = Frozen<z.infer<Schema>>;

export type View = Shown<typeof view.ViewSchema>;
export type ReleaseState = View["issue"]["state"];
export type Direction = Shown<typeof statement.DirectionViewSchema>;
export type StatementView = Shown<typeof statement.StatementViewSchema>;
export type RevisionView = Shown<typeof edition.RevisionViewSchema>;
export type ThemeView = Shown<typeof theme.ThemeViewSchema>;
export type ClaimView = Shown<typeof theme.ClaimViewSchema>;
export type LedgerView = Shown<typeof theme.LedgerViewSchema>;
export type DeskView = Shown<typeof desk.DeskViewSchema>;
export type DeskLineView = Shown<typeof desk.DeskLineViewSchema>;
export type DisagreementView = Shown<typeof disagreement.DisagreementViewSchema>;
export type SideView = Shown<typeof disagreement.SideViewSchema>;
export type EventView = Shown<typeof timeline.EventViewSchema>;
export type TimelineChart = Shown<typeof timeline.TimelineChartSchema>;
export type ChartDot = TimelineChart["dots"][number];
export type VolumeView = Shown<typeof charts.VolumeViewSchema>;
export type IssueVolumeView = Shown<typeof charts.IssueVolumeViewSchema>;
export type MeasureView = Shown<typeof charts.MeasureViewSchema>;
export type NameView = Shown<typeof source.NameViewSchema>;
export type OutletView = Shown<typeof source.OutletViewSchema>;
export type SourceView = Shown<typeof source.SourceViewSchema>;
export type CoverageView = Shown<typeof coverage.CoverageViewSchema>;
export type CoverageRowView = Shown<typeof coverage.CoverageRowViewSchema>;
