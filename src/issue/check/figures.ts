/** A figure at a glance is what its phrase counts, and given by whom the article says. */
import type { ArticleAnalysis, Figure } from "../../model/analysis.js";
import type { Citation, Glance, Issue } from "../../model/issue.js";
import { fold } from "../../text/fold.js";
import { speakerOf } from "../theme-slots.js";
import { isSpeaker } from "./claims.js";
import { byDerivation, type Derived, readAgain } from "./derived.js";
import type { Breach, Spot } from "./fault.js";
import { spotAt } from "./places.js";

/** Value, bound, unit and role are in the words alone. */
export const checkGlance = readAgain((issue, derived) =>
  issue.glance.figures.flatMap((glance, index) => {
    const { statement } = glance;
    const [first, ...others] = statement.citations;
    if (!derived.analyses.has(first?.article ?? "")) return [];
    const figure = first && figureAt(first, derived);
    const at = spotOf(issue, index, glance);
    if (figure === undefined) {
      const message = `“${statement.text}” is no figure of its article`;
      return [{ code: "figure-differs" as const, message, at: at("statement") }];
    }
    return [
      ...differences(glance, figure).map(([field, stated, found]): Breach => {
        const message = `the ${field} of “${statement.text}” is ${stated} here, its words say ${found}`;
        return { code: "figure-differs", message, at: at(field) };
      }),
      ...others.flatMap((citation): Breach[] => {
        const other = figureAt(citation, derived);
        if (!derived.analyses.has(citation.article)) return [];
        if (other !== undefined && isSameFigure(figure, other)) return [];
        const message = `“${citation.quote}” does not give the same figure as “${statement.text}”`;
        return [{ code: "support-differs", message, at: at("statement") }];
      }),
    ];
  }),
);

export const checkClaimants = byDerivation((issue, derived) =>
  issue.glance.figures.flatMap((glance, index) => {
    const { statement, claimant } = glance;
    const [citation] = statement.citations;
    const analysis = derived.analyses.get(citation?.article ?? "");
    if (citation === undefined || analysis === undefined) return [];
    const claim = claimOn(citation, analysis);
    const expected = claim && speakerOf(claim, derived.lexicon);
    const agrees =
      claimant === null || expected === undefined
        ? claimant === null && expected === undefined
        : isSpeaker(claimant, expected, derived.hasLexicon);
    if (agrees) return [];
    const told = claimant === null ? "nobody" : `“${claimant.text}”`;
    const found = expected === undefined ? "nobody" : `“${expected.text}”`;
    const message = `“${statement.text}” is given to ${told}, the article gives it to ${found}`;
    return [
      { code: "speaker-differs" as const, message, at: spotOf(issue, index, glance)("claimant") },
    ];
  }),
);

function claimOn({ start, end }: Citation, { attributions }: ArticleAnalysis) {
  return attributions.find((attribution) => attribution.start <= start && end <= attribution.end);
}

function spotOf(issue: Issue, index: number, { statement }: Glance): (field: string) => Spot {
  return (field) => spotAt(["glance", "figures", index, field], issue, statement.id);
}

function figureAt({ article, start, end }: Citation, { analyses }: Derived): Figure | undefined {
  return analyses
    .get(article)
    ?.figures.find((figure) => figure.start === start && figure.end === end);
}

function differences(
  glance: Glance,
  figure: Figure,
): [keyof Figure & keyof Glance, unknown, unknown][] {
  const fields = ["value", "bound", "unit", "role"] as const;
  return fields
    .filter((field) => glance[field] !== figure[field])
    .map((field) => [field, glance[field], figure[field]]);
}

function isSameFigure(one: Figure, other: Figure): boolean {
  const unitOf = ({ measure, unit }: Figure) => fold(measure ?? unit);
  return one.value === other.value && one.bound === other.bound && unitOf(one) === unitOf(other);
}
