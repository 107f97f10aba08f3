/** Who says what, by which verb and through whom: found in the article's words again. */
import { spansIn } from "../../analysis/index.js";
import type { Attribution } from "../../model/analysis.js";
import type { Claim, DisagreementSide, Issue, Speaker, Statement } from "../../model/issue.js";
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

/** Who tells each side of a disagreement; null is the article's own voice. */
export const checkSides = byDerivation((issue, derived) =>
  issue.disagreements.flatMap(({ sides }, row) =>
    sides.flatMap((side, index) =>
      checkSide(side, ["disagreements", row, "sides", index], issue, derived),
    ),
  ),
);

function checkSide(
  { statement, speaker, via }: DisagreementSide,
  path: Path,
  issue: Issue,
  derived: Derived,
): Breach[] {
  const source = sourceOf(statement, path, issue, derived);
  if (source === null) return [];
  const { attribution, at } = source;
  if (speaker === null) {
    if (attribution === undefined) return [];
    const message = `${statement.id} is given to nobody, the article gives it to “${attribution.speaker}”`;
    return [{ code: "speaker-differs", message, at: at("speaker") }];
  }
  if (attribution === undefined) return [inOwnVoice(statement, speaker, at("speaker"))];
  const breaches = checkSpeaker(statement, speaker, attribution, at("speaker"), derived);
  if (via.join("\n") === attribution.via.join("\n")) return breaches;
  const message = `${statement.id} came by ${carriersOf(via)}, the article names ${carriersOf(attribution.via)}`;
  return [...breaches, { code: "chain-differs", message, at: at("via") }];
}

function checkClaim(claim: Claim, path: Path, issue: Issue, derived: Derived): Breach[] {
  const { statement, speaker, cue, via, depth } = claim;
  const source = sourceOf(statement, path, issue, derived);
  if (source === null) return [];
  const { attribution, at } = source;
  if (attribution === undefined) return [inOwnVoice(statement, speaker, at("speaker"))];
  const breaches = checkSpeaker(statement, speaker, attribution, at("speaker"), derived);
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

type Path = readonly (string | number)[];

/** What the words of a statement are attributed to today; null where they are not at hand. */
function sourceOf(statement: Statement, path: Path, issue: Issue, { analyses }: Derived) {
  const [citation] = statement.citations;
  const analysis = analyses.get(citation?.article ?? "");
  if (citation === undefined || analysis === undefined) return null;
  const { article, start, end } = citation;
  const at = (field: string): Spot => ({
    ...spotAt([...path, field], issue, statement.id),
    article: { id: article, start, end },
  });
  return { attribution: spansIn(analysis.attributions, citation)[0], at };
}

function inOwnVoice({ id }: Statement, { text }: Speaker, at: Spot): Breach {
  const message = `${id} is given to “${text}”, but the article says it in its own voice`;
  return { code: "speaker-differs", message, at };
}

function checkSpeaker(
  { id }: Statement,
  speaker: Speaker,
  attribution: Attribution,
  at: Spot,
  { lexicon, hasLexicon }: Derived,
): Breach[] {
  const expected = speakerOf(attribution, lexicon);
  if (isSpeaker(speaker, expected, hasLexicon)) return [];
  const message = `${id} is given to “${nameOf(speaker)}”, the article gives it to “${nameOf(expected)}”`;
  return [{ code: "speaker-differs", message, at }];
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
  return `${carriersOf(via)} at depth ${depth}`;
}

function carriersOf(via: readonly string[]): string {
  return via.length === 0 ? "no carrier" : via.join(", ");
}
