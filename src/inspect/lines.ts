/** The stages that look at analysed articles, each with what makes its lines. */
import { attributionsLines } from "./attributions-lines.js";
import { conflictsLines } from "./conflicts-lines.js";
import { datesLines } from "./dates-lines.js";
import { figuresLines } from "./figures-lines.js";
import type { Inspected } from "./inspected.js";
import { namesLines } from "./names-lines.js";
import { reprintsLines } from "./reprints-lines.js";
import { sentencesLines } from "./sentences-lines.js";
import type { Stage } from "./stages.js";
import { storiesLines } from "./stories-lines.js";
import { summaryLines } from "./summary-lines.js";
import { themesLines } from "./themes-lines.js";
import { timelineLines } from "./timeline-lines.js";

export const LINES: Readonly<
  Record<Exclude<Stage, "reading">, (inspected: Inspected) => readonly object[]>
> = {
  sentences: sentencesLines,
  themes: themesLines,
  dates: datesLines,
  attributions: attributionsLines,
  figures: figuresLines,
  names: namesLines,
  reprints: reprintsLines,
  stories: storiesLines,
  conflicts: conflictsLines,
  timeline: timelineLines,
  summary: summaryLines,
};
