/** Standing paragraphs to the words in them that an analyst would not write, with the line of each paragraph. */
import { CHECK_RULES } from "../../model/check-codes.js";
import type { StandingParagraph } from "../../model/desk-line.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import type { Lexicon } from "../../model/lexicon.js";
import { findStyleFaults } from "./find-style-faults.js";

export interface StandingSource {
  readonly paragraph: StandingParagraph;
  /** As a person would type it. */
  readonly file: string;
  /** All of the file. */
  readonly text: string;
}

/** @param language BCP 47 tag that the desk writes in */
export function checkStandingWords(
  { paragraph, file, text }: StandingSource,
  lexicon: Lexicon,
  language: string,
): Diagnostic[] {
  const lines = openingLines(text);
  return paragraph.text.split("\n\n").flatMap((words, index) =>
    findStyleFaults(words, lexicon, language).map(({ code, message, hint }): Diagnostic => {
      const place = { file, line: lines[index] ?? 1 };
      return { code, severity: CHECK_RULES[code].severity, message, place, hint };
    }),
  );
}

/** Line on which each paragraph below the front matter opens, from 1. */
function openingLines(text: string): number[] {
  const lines = text.split("\n");
  const isFence = (line: string) => /^\uFEFF?---[ \t]*\r?$/.test(line);
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  return lines.flatMap((line, index) => {
    const opens = index > end && line.trim() !== "";
    return opens && (index === end + 1 || lines[index - 1]?.trim() === "") ? [index + 1] : [];
  });
}
