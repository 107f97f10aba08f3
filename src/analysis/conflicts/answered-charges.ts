/** Reports of one story to denials beside the charges that they answer, in any language with words for both. */
import type { Conflict } from "../../model/analysis.js";
import { splitWords } from "../../text/words.js";
import { CHARGES, DENIALS, DENIES } from "./conflict-words.js";
import {
  conflictOf,
  type EventReports,
  type ReportedPassage,
  sharedWords,
} from "./reports-of-events.js";

/**
 * A denial beside the charge, kind `denial`: both in one article or story, the charge laid by another
 * speaker or told as a charge, sharing two words with the denial and naming who denies, or four.
 */
export function findAnsweredCharges(reports: EventReports): Conflict[] {
  const { passages, storyOf } = reports;
  const stories = Map.groupBy(passages, ({ article }) => storyOf.get(article) ?? article);
  return [...stories.values()].flatMap((story) => {
    const told = story.slice(0, LARGEST_STORY);
    const denials = told.filter(isDenial).slice(0, MOST_DENIALS);
    if (denials.length === 0) return [];
    const charges = told.filter((passage) => !passage.isNegated && !isDenial(passage));
    return denials.flatMap((denial) => answerOf(denial, charges, reports) ?? []);
  });
}

/** Passages of a story that are compared, and denials among them. */
const LARGEST_STORY = 2000;
const MOST_DENIALS = 100;

function answerOf(
  denial: ReportedPassage,
  charges: readonly ReportedPassage[],
  reports: EventReports,
): Conflict | null {
  const { text } = denial.passage;
  const entity = [...denial.speakers][0];
  const speaker = denial.attributions[0]?.speaker ?? FIRST_NAME.exec(text)?.[0];
  const denier = entity === undefined ? speaker : (reports.names.get(entity) ?? entity);
  if (denier === undefined) return null;
  const against = charges
    .filter((charge) => isAnswered(charge, denial))
    .sort((a, b) => sharedCount(b, denial) - sharedCount(a, denial))
    .slice(0, MOST_CITED);
  if (against.length === 0) return null;
  const params = { names: [denier] };
  return conflictOf("denial", [denial, ...against], params, reports);
}

const MOST_CITED = 2;
const FIRST_NAME = /\p{Lu}[\p{L}\p{M}]+/u;

function isDenial({ passage }: ReportedPassage): boolean {
  if (DENIES.test(passage.text)) return true;
  return splitWords(passage.text).some(({ folded }) => DENIALS.test(folded));
}

function isAnswered(charge: ReportedPassage, denial: ReportedPassage): boolean {
  if ([...denial.speakers].some((speaker) => charge.speakers.has(speaker))) return false;
  const words = sharedCount(charge, denial);
  const isNamed = [...denial.speakers].some((speaker) => charge.entities.has(speaker));
  if (words < (isNamed ? 2 : 4)) return false;
  return (
    charge.speakers.size > 0 ||
    splitWords(charge.passage.text).some(({ folded }) => CHARGES.test(folded))
  );
}

/** Words of content in both, those of denying and charging aside. */
function sharedCount(charge: ReportedPassage, denial: ReportedPassage): number {
  return sharedWords(charge.terms, denial.terms).filter((word) => !CHARGES.test(word)).length;
}
