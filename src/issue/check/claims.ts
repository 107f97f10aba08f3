/** Who says what, by which verb and through whom: found in the article's words again. */
import { spansIn } from "../../analysis/index.js";
import type { Claim, Issue, Speaker } from "../../model/issue.js";
import { speakerOf } from "../theme-slots.js";
import { byDerivation, type Derived } from "./derived.js";
import type { Breach, Spot } from "./fault.js";
import { spotAt } from "./places.js";

export const checkClaims = byDerivation((issue, derived) =>
  issue.themes.flatMap(({ says }, theme) =>
    says.flatMap((claim, index) =>
      checkClaim(claim, ["themes", theme, "says", index], issue, derived),
    ),
  ),
);

function checkClaim(
  claim: Claim,
  path: readonly (string | number)[],
  issue: Issue,
  { analyses, lexicon, hasLexicon }: Derived,
): Breach[] {
  const { statement, speaker, cue, via, depth } = claim;
  const [citation] = statement.citations;
  const analysis = analyses.get(citation?.article ?? "");
  if (citation === undefined || analysis === undefined) return [];
  const { article, start, end } = citation;
  const at = (field: string): Spot => ({
    ...spotAt([...path, field], issue, statement.id),
    article: { id: article, start, end },
  });
  const [attribution] = spansIn(analysis.attributions, citation);
  if (attribution === undefined) {
    const message = `${statement.id} is given to “${speaker.text}”, but the article says it in its own voice`;
    return [{ code: "speaker-differs", message, at: at("speaker") }];
  }
  const breaches: Breach[] = [];
  const expected = speakerOf(attribution, lexicon);
  if (!isSpeaker(speaker, expected, hasLexicon)) {
    const message = `${statement.id} is given to “${nameOf(speaker)}”, the article gives it to “${nameOf(expected)}”`;
    breaches.push({ code: "speaker-differs", message, at: at("speaker") });
  }
  if (cue !== attribution.cue) {
    const message = `${statement.id} is reported with “${cue}”, the article says “${attribution.cue}”`;
    breaches.push({ code: "cue-differs", message, at: at("cue") });
  }
  const isSameWay = via.join("\n") === attribution.via.join("\n") && depth === attribution.depth;
  if (!isSameWay) {
    const message = `${statement.id} came by ${wayOf({ via, depth })}, the article names ${wayOf(attribution)}`;
    breaches.push({
      code: "chain-differs",
      message,
      at: at(depth === attribution.depth ? "via" : "depth"),
    });
  }
  return breaches;
}

/** Without the whole lexicon an entity may go unrecognised that the issue names. */
export function isSpeaker(stated: Speaker, found: Speaker, hasLexicon: boolean): boolean {
  if (stated.text !== found.text) return false;
  if (!hasLexicon && found.entity === null) return true;
  return stated.entity === found.entity && stated.name === found.name;
}

export function nameOf({ text, name, entity }: Speaker): string {
  return text === name
    ? text
    : `${text}” (${[name, entity].filter((part) => part).join(", ")}) “`.slice(0, -2);
}

function wayOf({
  via,
  depth,
}: {
  readonly via: readonly string[];
  readonly depth: number;
}): string {
  const carriers = via.length === 0 ? "no carrier" : via.join(", ");
  return `${carriers} at depth ${depth}`;
}
