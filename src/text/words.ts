/** Text to words with offsets and folded forms, for the scripts of English, Turkish, Arabic, Russian and French. */
import { fold } from "./fold.js";

export interface Word {
  /** Range in the original text, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The folded form, dots of an acronym dropped: `U.N.` gives `un`. */
  readonly folded: string;
  /** Whether only space, hyphens, apostrophes or quotation marks part it from the word before. */
  readonly joined: boolean;
}

/**
 * Splits a text into words. Hyphens and apostrophes part words (`Hafter'in` is `hafter` and `in`),
 * decimals and sums of digits (`20,000`, `5+5`) and dotted acronyms stay whole.
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const folded = foldWord(match[0]);
    if (folded === "") continue;
    words.push({ start, end, folded, joined: words.length > 0 && isSoft(text, last, start) });
    last = end;
  }
  return words;
}

const WORD =
  /\p{N}+(?:[.,+]\p{N}+)*|(?<![\p{L}\p{M}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}])|\p{L}[\p{L}\p{M}\p{N}\p{Cf}]*/gu;

const folds = new Map<string, string>();
const KEPT_FOLDS = 50_000;

function foldWord(text: string): string {
  const kept = folds.get(text);
  if (kept !== undefined) return kept;
  const folded = fold(/^\p{L}\./u.test(text) ? text.replaceAll(".", "") : text);
  if (folds.size >= KEPT_FOLDS) folds.clear();
  folds.set(text, folded);
  return folded;
}

/** Marks that a phrase may run over; `*` parts the words of a term and of marked-up text. */
const SOFT = /^[*\s\p{Zs}\p{Pd}\p{Cf}'‘’‛ʼ′`´"“”„«»‹›]*$/u;

function isSoft(text: string, start: number, end: number): boolean {
  if (end === start + 1 && text[start] === " ") return true;
  const gap = text.slice(start, end);
  return SOFT.test(gap) && !/\n\s*\n/.test(gap);
}

/**
 * The forms that an Arabic word may stand for: as it is, and without the conjunction, preposition
 * and article written together with it. A word of another script has itself alone.
 */
export function arabicForms(folded: string): readonly string[] {
  if (!ARABIC_START.test(folded)) return [folded];
  const forms = [folded];
  for (const clitic of CLITICS) {
    if (!folded.startsWith(clitic)) continue;
    const rest = folded.slice(clitic.length);
    if (rest.length >= SHORTEST_STEM && !forms.includes(rest)) forms.push(rest);
  }
  return forms;
}

/** The forms under which `arabicForms` finds a folded word again: written alone, and with all that it may carry. */
export function withArabicClitics(folded: string): readonly string[] {
  if (!ARABIC_START.test(folded) || folded.length < SHORTEST_STEM) return [folded];
  return [folded, ...CLITICS.map((clitic) => clitic + folded)];
}

const ARABIC_START = /^[\u0600-\u06ff]/;
const CLITICS = `و ف ب ك ل ال وال فال بال كال لل ولل فلل وب ول وبال فبال`.split(" ");
/** Shorter remainders are too often another word. */
const SHORTEST_STEM = 3;
