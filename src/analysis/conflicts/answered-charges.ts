/** Reports of one story to denials beside the charges that they answer, in any language with words for both. */
import type { Conflict } from "../../model/analysis.js";
import { splitWords } from "../../text/words.js";
import { CHARGES, DENIALS, DENIES, DENIES_THAT } from "./conflict-words.js";
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
    const denials = told
      .filter((passage) => isDenial(passage) && !DENIES_THAT.test(passage.passage.text))
      .slice(0, MOST_DENIALS);
    if (denials.length === 0) return [];
    const charges = told.filter((passage) => !passage.isNegated && !isDenial(passage));
    return denials.flatMap((denial) => answerOf(denial, charges, reports) ?? []);
  });
}

/** "Officials deny that." right behind what another speaker says: kind `denial`. */
export function findDenialsOfThat({ passages, ...reports }: EventReports): Conflict[] {
  return passages.flatMap((denial, index) => {
    const charge = passages[index - 1];
    if (charge === undefined || charge.article !== denial.article) return [];
    if (!DENIES_THAT.test(denial.passage.text)) return [];
    const denier = denial.attributions[0]?.speaker;
    const isSaid = charge.attributions.some(({ speaker }) => speaker !== denier);
    if (denier === undefined || !isSaid || isSameSpeaker(charge, denial)) return [];
    const params = { names: [denier] };
    return conflictOf("denial", [denial, charge], params, { passages, ...reports }) ?? [];
  });
}

const isSameSpeaker = (first: ReportedPassage, second: ReportedPassage): boolean =>
  [...first.speakers].some((speaker) => second.speakers.has(speaker));

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
  if (isSameSpeaker(denial, charge)) return false;
  if (charge.attributions.length > 0 && sharesPhrase(charge, denial)) return true;
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

/**
 * Two words in a row, of the first words that the verb of denial governs, that another speaker's
 * report holds with what befell them: "إغلاق بوابات السد" and "بوابات السد أغلقت".
 */
function sharesPhrase(charge: ReportedPassage, denial: ReportedPassage): boolean {
  const own = splitWords(denial.passage.text).map(({ folded }) => folded);
  const verb = own.findIndex((word) => DENIALS.test(word));
  if (verb < 0) return false;
  const denied = own.slice(verb + 1, verb + 1 + LONGEST_DENIED);
  const theirs = splitWords(charge.passage.text).map(({ folded }) => folded);
  const pairs = new Set(theirs.slice(1).map((word, at) => `${theirs[at]} ${word}`));
  return denied.some((word, at) => {
    const next = denied[at + 1];
    const isPhrase = next !== undefined && word.length > 3 && next.length > 3;
    if (!isPhrase || !pairs.has(`${word} ${next}`)) return false;
    const deed = denied[at - 1];
    return deed !== undefined && theirs.some((other) => isSameRoot(other, deed));
  });
}

const LONGEST_DENIED = 12;

/** Arabic: the same consonants in the same order, long vowels and what is written onto them aside. */
function isSameRoot(first: string, second: string): boolean {
  const root = rootOf(first);
  return root.length === ROOT && root === rootOf(second);
}

const ROOT = 3;
const rootOf = (word: string): string =>
  /^[\u0621-\u064a]+$/.test(word) ? word.replace(/^ال|[اويىةأإآ]|ت$/g, "") : "";
