/** Cases of sentences to texts with the offsets of their sentences, and a splitter's score on them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const CASES = join(import.meta.dirname, "../../cases/sentences");

/**
 * @param language name of the file below `tests/cases/sentences`, whose README gives its form
 * @returns {{ about: string, text: string, sentences: { start: number, end: number, text: string }[] }[]}
 */
export function readSentenceCases(language, folder = CASES) {
  const cases = parse(readFileSync(join(folder, `${language}.yaml`), "utf8"));
  return cases.map(({ about, text }) => ({ about, ...joinLines(text) }));
}

const JOINTS = { "/ ": "\n", "+ ": "" };

/** One sentence a line; what stands before it says how it is joined to the one before. */
export function joinLines(lines) {
  let text = "";
  let joint = "";
  const sentences = [];
  for (const line of lines.trimEnd().split("\n")) {
    if (line === "") {
      joint = "\n\n";
      continue;
    }
    const given = JOINTS[line.slice(0, 2)];
    const sentence = given === undefined ? line : line.slice(2);
    text += given ?? joint;
    sentences.push({ start: text.length, end: text.length + sentence.length, text: sentence });
    text += sentence;
    joint = " ";
  }
  return { text, sentences };
}

/**
 * How well found sentences match the expected ones over all cases.
 * @param split text to sentences with `start` and `end`
 * @returns exact: sentences found with both ends right; expected; found; f1 of the places where one
 * sentence ends and another starts, the end of the text left out; misses: expected and not found
 */
export function scoreSentences(cases, split) {
  const misses = [];
  let [exact, expected, found, right, ends, foundEnds] = [0, 0, 0, 0, 0, 0];
  for (const { text, sentences } of cases) {
    const given = split(text);
    const spans = new Set(given.map(({ start, end }) => `${start} ${end}`));
    const missed = sentences.filter(({ start, end }) => !spans.has(`${start} ${end}`));
    misses.push(...missed.map((sentence) => sentence.text));
    exact += sentences.length - missed.length;
    expected += sentences.length;
    found += given.length;
    const expectedEnds = new Set(sentences.slice(0, -1).map(({ end }) => end));
    right += given.slice(0, -1).filter(({ end }) => expectedEnds.has(end)).length;
    ends += expectedEnds.size;
    foundEnds += Math.max(0, given.length - 1);
  }
  const f1 = ends + foundEnds === 0 ? 1 : (2 * right) / (ends + foundEnds);
  return { exact, expected, found, f1, misses };
}
