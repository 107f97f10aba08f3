/** Schemes of markings in, the style sheet that gives each label its colours out: those that may be seen, and no other. */
import type { MarkingScheme } from "../model/marking.js";

export function markingsStyle(
  schemes: readonly MarkingScheme[],
  sees: (marking: string) => boolean,
): string {
  const labels = schemes.flatMap((scheme) => scheme.labels).filter(({ label }) => sees(label));
  // The schema lets letters, digits and a few signs stand in a label, none of which ends a string.
  return labels
    .map(
      ({ label, colour, background }) =>
        `.marking[data-marking="${label}"] {\n  border-color: ${background};\n  background: ${background};\n  color: ${colour};\n}\n`,
    )
    .join("");
}
