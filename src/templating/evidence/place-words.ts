/** A place that cites a passage in, its name as the brief prints it out. */
import type { CitingPlace, PassageUse } from "../../model/evidence.js";
import type { Filling } from "../filling.js";

const LABELS: Readonly<Record<CitingPlace, string>> = {
  "bottom-line": "heading.bottom-line",
  "key-messages": "heading.key-messages",
  glance: "heading.glance",
  happened: "slot.happened",
  says: "slot.says",
  differ: "slot.differ",
  background: "slot.background",
  assessment: "slot.assessment",
  since: "slot.since",
  disagreements: "slot.differ",
  timeline: "heading.timeline",
  watch: "heading.watch",
  names: "heading.names",
  gaps: "heading.gaps",
  corrections: "heading.corrections",
};

export function placeWords({ place, theme }: PassageUse, filling: Filling): string {
  const words = filling.words(LABELS[place], {});
  return theme === null
    ? words
    : `${filling.themeTitle(theme)}${filling.words("colon", {})}${words}`;
}

/** Labels that evidence pages print. */
export const EVIDENCE_LABELS: readonly string[] = [
  ...new Set(Object.values(LABELS)),
  "cite.context",
  "evidence.source",
  "evidence.title",
  "evidence.passages",
  "evidence.article",
  "evidence.back",
  "evidence.all",
  "evidence.outlet",
  "evidence.byline",
  "evidence.date",
  "evidence.address",
  "evidence.fetched",
  "evidence.file",
  "evidence.raw",
  "evidence.raw-entry",
  "evidence.raw-container",
  "evidence.text",
  "evidence.left.setting",
  "evidence.left.too-large",
  "evidence.left.not-at-hand",
  "evidence.cited-by",
  "evidence.passages-alone",
  "evidence.heading",
  "evidence.note",
  "evidence.count",
];
