/** Two lines of the notes that cannot both hold in, the error that names both out. */
import type { Diagnostic } from "../model/diagnostic.js";
import type { PlaceOf } from "./gone-notes.js";
import type { Path } from "./named-targets.js";

/** @param paths of the two, the one to be shown last */
export function contradiction(
  what: string,
  [other, own]: readonly [Path, Path],
  placeOf: PlaceOf,
): Diagnostic {
  const place = placeOf(own);
  const lines = [placeOf(other), place].map(({ line }) => line ?? 1).sort((a, b) => a - b);
  return {
    code: "contradictory-override",
    severity: "error",
    message: `${what}, in lines ${lines.join(" and ")}`,
    place,
    hint: "keep the line that you mean, and take the other out",
  };
}
