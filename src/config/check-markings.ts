/** The settings of a house and one of its briefs in, what is wrong with its marking and with those of the house out. */
import type { Diagnostic } from "../model/diagnostic.js";
import { faintLabels, schemesWith, unknownMarking } from "../model/marking.js";
import type { BriefSettings, Settings } from "../model/settings.js";

/** A label that no scheme has would be seen by nobody, and an article's could not be compared with it. */
export function checkMarkings(
  { markings }: Settings,
  id: string,
  { marking: { label } }: BriefSettings,
  file: string,
): Diagnostic[] {
  const hint = unknownMarking(label, schemesWith(markings));
  const unknown: Diagnostic[] =
    hint === null
      ? []
      : [
          {
            code: "unknown-marking",
            severity: "error",
            message: `brief "${id}" bears a marking that there is not: "${label}"`,
            place: { file },
            hint: `${hint}; one of the house stands under markings:`,
          },
        ];
  return [...unknown, ...markings.flatMap((scheme) => faintLabels(scheme).map(faint(file)))];
}

function faint(file: string) {
  return ([label, ratio]: readonly [string, number]): Diagnostic => ({
    code: "marking-contrast",
    severity: "warning",
    message: `"${label}" is hard to read in its colours: a contrast of ${ratio.toFixed(1)} to 1`,
    place: { file },
    hint: "give it a colour and a background that differ by 4.5 to 1 at least",
  });
}
