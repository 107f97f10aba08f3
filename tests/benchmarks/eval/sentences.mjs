/** Sentences of the hand-made cases below `tests/cases/sentences`: how many are found exactly. */
import { readdirSync } from "node:fs";
import { CASES, readSentenceCases, scoreSentences } from "../scorers/sentences.mjs";

export async function evaluate(_folder, load, { peers = false, verbose = false } = {}) {
  const { splitSentences } = await load("text/sentences.js");
  const languages = readdirSync(CASES)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .sort();
  return languages.flatMap((language) => {
    const cases = readSentenceCases(language);
    const own = scoreSentences(cases, (text) => splitSentences(text, language));
    if (verbose) for (const miss of own.misses) console.error(`${language} ${miss}`);
    const rows = [rowOf(`sentences in ${language}`, own, ">= 97 %")];
    if (!peers) return rows;
    const peer = scoreSentences(cases, (text) => splitByUnicode(text, language));
    return [...rows, rowOf(`sentences in ${language} by Intl.Segmenter`, peer, "")];
  });
}

function rowOf(on, { exact, expected, f1 }, asked) {
  return {
    on,
    measured: `${((100 * exact) / expected).toFixed(1)} %`,
    asked,
    detail: `${exact} of ${expected}; F1 of boundaries ${f1.toFixed(3)}`,
  };
}

function splitByUnicode(text, language) {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    start: index,
    end: index + segment.trimEnd().length,
  }));
}
