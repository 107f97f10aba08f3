/** A text in the brief's own voice to what an analyst would not write: loaded words, likelihood without its range. */
import type { CheckCode } from "../../model/check-codes.js";
import type { Lexicon } from "../../model/lexicon.js";
import type { Likelihood } from "../../model/style.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { splitSentences } from "../../text/sentences.js";
import { findTerms, type Phrase } from "./find-terms.js";

export interface StyleFault {
  readonly code: Extract<
    CheckCode,
    "loaded-language" | "likelihood-and-confidence" | "likelihood-without-range"
  >;
  readonly message: string;
  readonly hint: string;
}

/** @param language BCP 47 tag of the text */
export function findStyleFaults(text: string, lexicon: Lexicon, language: string): StyleFault[] {
  const own = blankQuotations(text);
  const sentences = splitSentences(own, language).map((sentence) => sentence.text);
  return [
    ...findLoaded(own, lexicon, language),
    ...sentences.flatMap((sentence) => findUncertain(sentence, lexicon, language)),
  ];
}

/** What is quoted is somebody else's voice. */
function blankQuotations(text: string): string {
  return text.replace(/["“„«][^"“”„«»]{0,2000}["”“»]/gu, (quoted) => " ".repeat(quoted.length));
}

function findLoaded(text: string, lexicon: Lexicon, language: string): StyleFault[] {
  const terms = [...(lexicon.style?.loaded ?? []), ...lexicon.entities.loaded];
  const phrases = terms
    .filter(({ lang }) => primaryLanguage(lang) === primaryLanguage(language))
    .map((term) => ({ words: term.term, value: term }));
  return findTerms(text, phrases).map(({ found, value: { neutral, gloss } }) => ({
    code: "loaded-language",
    message: `“${found}” takes sides${gloss === undefined ? "" : `: ${gloss}`}`,
    hint:
      neutral === undefined
        ? "say it neutrally, or quote who says it"
        : `write ${neutral}, or quote who says it`,
  }));
}

function findUncertain(sentence: string, { style }: Lexicon, language: string): StyleFault[] {
  if (style === undefined) return [];
  const tag = primaryLanguage(language);
  const likely = findTerms(sentence, likelihoodPhrases(style.likelihood, tag));
  const [sure] = findTerms(
    sentence,
    (style.confidence[tag] ?? []).map((words) => ({ words, value: words })),
  );
  const [first] = likely;
  if (first === undefined) return [];
  const faults: StyleFault[] = [];
  if (sure !== undefined) {
    faults.push({
      code: "likelihood-and-confidence",
      message: `“${first.found}” and “${sure.found}” stand in one sentence`,
      hint: "say how likely it is in one sentence, and how sure you are of it in another",
    });
  }
  if (!RANGE.test(sentence)) {
    const [from, to] = first.value.range;
    faults.push({
      code: "likelihood-without-range",
      message: `“${first.found}” stands without its range`,
      hint: `write ${first.found} (${from} to ${to} %): readers take the word alone in many ways`,
    });
  }
  return faults;
}

function likelihoodPhrases(scale: readonly Likelihood[], tag: string): Phrase<Likelihood>[] {
  return scale.flatMap((value) => (value.terms[tag] ?? []).map((words) => ({ words, value })));
}

/** `(55 to 80 %)`, `(55–80 per cent)`. */
const RANGE =
  /\([^()]{0,20}\p{Nd}{1,3}\s*(?:%\s*)?(?:[-–—]|\p{L}{1,4})\s*\p{Nd}{1,3}\s*(?:%|per ?cent|٪)?[^()]{0,20}\)/u;
