/** Sentence to its reports in the language of the article, and what later sentences need of it. */
import { findArabicReports } from "./arabic-reports.js";
import type { Report } from "./carriers.js";
import { findClauseReports } from "./clause-reports.js";
import { GRAMMARS } from "./grammars/index.js";
import { rememberPersons } from "./person-memory.js";
import { findReports } from "./reports.js";
import type { Memory } from "./speaker-memory.js";
import { remember } from "./speakers.js";
import type { Token } from "./tokens.js";
import { findTurkishReports } from "./turkish-reports.js";

/** Reads one sentence; sentences must come in text order, as each adds to the memory. */
export type ReportReader = (
  text: string,
  tokens: () => readonly Token[],
  memory: Memory,
  /** Whether a cue stands in it; without one it only adds to the memory. */
  mayReport: boolean,
) => Report[];
type Reader = (text: string, tokens: readonly Token[], memory: Memory) => Report[];

/**
 * Tokens of the longest sentence that is read: some rules look at all of it for each verb. What is
 * longer is no sentence but a table or a text without full stops.
 */
const LONGEST_SENTENCE = 600;

/** @param language primary language; English rules where there are none of its own */
export function reportReader(language: string): ReportReader {
  const read = readerOf(language);
  return (text, tokens, memory, mayReport) => {
    if (!mayReport) {
      remember(text, tokens, [], memory);
      return [];
    }
    return tokens().length > LONGEST_SENTENCE ? [] : read(text, tokens(), memory);
  };
}

/** Whether the language's sentences are read by rules other than those for English. */
export function hasOwnRules(language: string): boolean {
  return readerOf(language) !== readEnglish;
}

function readerOf(language: string): Reader {
  if (language === "tr") return remembering(findTurkishReports);
  if (language === "ar") return remembering(findArabicReports);
  const grammar = GRAMMARS.get(language);
  if (grammar === undefined) return readEnglish;
  return remembering((text, tokens, memory) => findClauseReports(text, tokens, grammar, memory));
}

function readEnglish(text: string, tokens: readonly Token[], memory: Memory): Report[] {
  const reports = findReports(text, tokens, memory);
  const speakers = reports.map((report) => report.speaker);
  remember(text, () => tokens, speakers, memory);
  return reports;
}

function remembering(read: Reader): Reader {
  return (text, tokens, memory) => {
    const reports = read(text, tokens, memory);
    const speakers = reports.map((report) => report.speaker);
    rememberPersons(text, tokens, speakers, memory);
    return reports;
  };
}
