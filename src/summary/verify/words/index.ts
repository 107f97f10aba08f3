/** A language to its words for the rules of a rewritten sentence; without them nothing is accepted. */
import { primaryLanguage } from "../../../text/primary-language.js";
import { ENGLISH_WORDS } from "./english.js";
import type { LanguageWords } from "./language-words.js";

export type { LanguageWords } from "./language-words.js";

const TABLES: ReadonlyMap<string, LanguageWords> = new Map([["en", ENGLISH_WORDS]]);

/** @param language BCP 47 tag @returns null where the language has no table */
export function wordsOf(language: string): LanguageWords | null {
  return TABLES.get(primaryLanguage(language)) ?? null;
}
