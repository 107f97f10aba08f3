/** Words that say no, by language: a translation says as often no as its passage. */
import { fold } from "../../../text/fold.js";
import { primaryLanguage } from "../../../text/primary-language.js";

const NEGATIONS: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|no|never|none|nobody|nothing|neither|without|cannot)\b|n't\b/g,
  de: /\b(?:nicht|kein(?:e[rnms]?)?|nie(?:mals|mand(?:em|en)?)?|nichts|ohne|weder)\b/g,
  fr: /\b(?:ne|n'|non|sans|ni)(?=\W|$)|\bn'/g,
  es: /\b(?:no|nunca|jamas|nada|nadie|ningun[oa]?|sin|ni|tampoco)\b/g,
  it: /\b(?:non|no|mai|nessun[oa]?|niente|nulla|senza|ne)\b/g,
  ru: /(?<!\p{L})(?:не|нет|ни|без|никогда|никто|ничего|нельзя)(?!\p{L})/gu,
  el: /(?<!\p{L})(?:δεν|δε|μην|μη|οχι|ποτε|κανεισ|κανενασ|καμια|τιποτα|χωρισ|ουτε)(?!\p{L})/gu,
  ar: /(?<!\p{L})[وف]?(?:لا|لم|لن|ليس|ليست|غير|دون|بدون|ما)(?!\p{L})/gu,
  tr: /(?<!\p{L})(?:degil|yok|hic|hayir|asla)\p{L}*|\p{L}{2,}(?:ma|me)(?:di|yacak|yecek|mis|z|digi|dan|den|yen|yan)\p{L}*|\p{L}{2,}m[iu]yor\p{L}*/gu,
};

/** @returns null where the language has no list */
export function countNegations(text: string, language: string): number | null {
  const pattern = NEGATIONS[primaryLanguage(language)];
  if (pattern === undefined) return null;
  const found = fold(text).replace(/’/g, "'").match(pattern) ?? [];
  return found.length;
}
