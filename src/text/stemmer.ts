/** A language to its stemmer, which works out each word once: a corpus repeats its words. */
import { primaryLanguage } from "./primary-language.js";
import { stem } from "./stems.js";

export type Stemmer = (folded: string) => string;

/** @param language BCP 47 tag */
export function stemmerFor(language: string): Stemmer {
  const primary = primaryLanguage(language);
  const known = stemmers.get(primary);
  if (known !== undefined) return known;
  if (stemmers.size >= KEPT_LANGUAGES) stemmers.clear();
  const made = remembering((folded) => stem(folded, primary));
  stemmers.set(primary, made);
  return made;
}

const stemmers = new Map<string, Stemmer>();
const KEPT_LANGUAGES = 50;
const KEPT_STEMS = 50_000;

function remembering(work: Stemmer): Stemmer {
  const stems = new Map<string, string>();
  return (folded) => {
    const kept = stems.get(folded);
    if (kept !== undefined) return kept;
    if (stems.size >= KEPT_STEMS) stems.clear();
    const made = work(folded);
    stems.set(folded, made);
    return made;
  };
}
