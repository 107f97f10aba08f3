import { expect, test } from "vitest";
import { findAttributions } from "../../src/analysis/attributions/attributions.js";
import type { Attribution } from "../../src/model/analysis.js";
import { fold } from "../../src/text/fold.js";
import { gold, lexicon, seeds } from "./seeds.js";

/**
 * Sentences that the gold leaves without a speaker though they report speech ("called on Turkey
 * to cooperate"), as it gives one to "called for" and "urged" elsewhere: out of the score.
 */
const DISPUTED = new Set(["A0.3"]);

const found = seeds.flatMap((seed) =>
  findAttributions(seed.text, seed.sentences, seed.analysis.names, "en", lexicon).map(
    (attribution) => ({
      id: seed.sentences.find((sentence) => sentence.start === attribution.start)?.id ?? "",
      attribution,
    }),
  ),
);
const asked = gold.attributions.filter((entry) => entry.scored && !DISPUTED.has(entry.id));
const given = found.filter(({ id }) => !DISPUTED.has(id));

/** The last name of the gold's speaker, without what it adds in brackets. */
function headName(speaker: string): string {
  const name = speaker.replace(/\(.*?\)/g, "").replace(/,.*/, "");
  return fold(name.trim().split(" ").at(-1) ?? "");
}

function speakerMatches(entry: (typeof asked)[number], attribution: Attribution): boolean {
  return fold(attribution.speaker).includes(headName(entry.speaker));
}

function cueMatches(entry: (typeof asked)[number], attribution: Attribution): boolean {
  const cue = fold(attribution.cue);
  return entry.cue
    .split(" / ")
    .some((part) => fold(part).includes(cue) || cue.includes(fold(part)));
}

const pairs = asked.map((entry) => ({
  entry,
  match: given.find(({ id, attribution }) => id === entry.id && speakerMatches(entry, attribution))
    ?.attribution,
}));

test("names the speaker of the seeds' sentences, and none for the articles' own voice", () => {
  const right = pairs.filter(({ match }) => match !== undefined).length;
  const precision = right / given.length;
  const recall = right / asked.length;
  const cues = pairs.filter(({ entry, match }) => match !== undefined && cueMatches(entry, match));
  const kinds = pairs.filter(({ entry, match }) => match?.kind === entry.type);
  const strict = cues.filter(({ entry, match }) => match?.kind === entry.type);
  console.log(
    `attributions: ${right} right of ${given.length} given, ${asked.length} asked: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; cue right ${cues.length}, kind right ${kinds.length}, all three ${strict.length}`,
  );
  for (const { entry, match } of pairs) {
    if (match === undefined) console.log(`missed: ${entry.id} ${entry.speaker} ${entry.cue}`);
    else if (match.kind !== entry.type || !cueMatches(entry, match)) {
      console.log(
        `differs: ${entry.id} ${entry.cue}/${entry.type}, found ${match.cue}/${match.kind}`,
      );
    }
  }
  for (const { id, attribution } of given) {
    const isAsked = pairs.some(({ match }) => match === attribution);
    if (!isAsked) console.log(`not in the gold: ${id} ${attribution.speaker} ${attribution.cue}`);
  }
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

test.runIf(process.env.SHOW === "1")("prints what it found", () => {
  for (const { id, attribution } of found) {
    const { speaker, entity, cue, kind, via, depth } = attribution;
    console.log([id, speaker, entity, cue, kind, via.join(" < "), depth].join(" | "));
  }
});
