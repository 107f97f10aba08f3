import type { Span } from "../../../src/model/analysis.js";

export interface SentenceCase {
  readonly about: string;
  readonly text: string;
  readonly sentences: readonly Span[];
}

export interface SentenceScore {
  readonly exact: number;
  readonly expected: number;
  readonly found: number;
  readonly f1: number;
  readonly misses: readonly string[];
}

export const CASES: string;
export function readSentenceCases(language: string, folder?: string): readonly SentenceCase[];
export function joinLines(lines: string): Omit<SentenceCase, "about">;
export function scoreSentences(
  cases: readonly SentenceCase[],
  split: (text: string) => readonly { readonly start: number; readonly end: number }[],
): SentenceScore;
