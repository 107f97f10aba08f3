/** Whoever may see a brief sees what it cites: it restricts at least as much as the most restricted of its sources. */
import type { Issue, Source } from "../../model/issue.js";
import { isAtLeast, schemesOf } from "../../model/marking.js";
import type { Breach } from "./fault.js";

export function checkRestricted({ marking, sources }: Issue): Breach[] {
  const schemes = schemesOf(marking);
  return sources.flatMap((source, index) =>
    markingsOf(source)
      .filter((label) => !isAtLeast(marking.label, label, schemes))
      .map((label) => ({
        code: "marking-too-low" as const,
        message: `[${source.number}] is ${label}, and the brief that cites it is ${marking.label}`,
        at: { path: `sources.${index}`, article: { id: source.article } },
      })),
  );
}

/** Of those who publish it, and of those whose copy it is. */
function markingsOf({ outlet, agency }: Source): readonly string[] {
  return [outlet, agency].flatMap((one) => one?.known?.marking ?? []);
}
