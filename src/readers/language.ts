/** Text to its BCP 47 language tag: script first, then function words, then letter n-grams (eld). */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { FUNCTION_WORDS, SCRIPT_LANGUAGES } from "./language-words.js";

/** Characters looked at: enough for certainty, and a bound on the work for long texts. */
const SAMPLE = 4000;
/** Fewer words than this decide nothing by their function words. */
const MIN_WORDS = 12;
/** Share of function words that a text in a language has at the least. */
const MIN_SHARE = 0.12;
/** How far the best language must be ahead of the next. */
const MIN_LEAD = 1.3;

/** Tells the language of a text; `und` where nothing can be told. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = mainScript(sample);
  if (script === null) return "und";
  if (script.languages.length === 1) return script.languages[0] ?? "und";
  return byFunctionWords(sample, script.languages) ?? byNgrams(sample) ?? script.fallback;
}

function mainScript(sample: string): (typeof SCRIPT_LANGUAGES)[number] | null {
  let best: (typeof SCRIPT_LANGUAGES)[number] | null = null;
  let most = 0;
  for (const script of SCRIPT_LANGUAGES) {
    const letters = sample.match(script.letters)?.length ?? 0;
    if (letters <= most) continue;
    best = script;
    most = letters;
  }
  return best;
}

function byFunctionWords(sample: string, languages: readonly string[]): string | null {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < MIN_WORDS) return null;
  const scores = languages.map((language) => {
    const known = FUNCTION_WORDS.get(language);
    const hits = words.filter((word) => known?.has(word)).length;
    return { language, share: hits / words.length };
  });
  scores.sort((a, b) => b.share - a.share);
  const [first, second] = scores;
  if (first === undefined || first.share < MIN_SHARE) return null;
  return first.share >= (second?.share ?? 0) * MIN_LEAD ? first.language : null;
}

interface Detector {
  detect(text: string): { readonly language: string; isReliable(): boolean };
}

let detector: Detector | null = null;

/** Loading the n-grams takes about 200 ms, so that only texts load them which need them. */
function byNgrams(sample: string): string | null {
  detector ??= loadDetector();
  const result = detector.detect(sample);
  return result.language !== "" && result.isReliable() ? result.language : null;
}

function loadDetector(): Detector {
  const path = fileURLToPath(import.meta.resolve("eld/extrasmall"));
  const module: { readonly eld: Detector } = createRequire(import.meta.url)(path);
  return module.eld;
}
