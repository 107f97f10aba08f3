import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAttributions } from "../../src/analysis/attributions/attributions.js";
import type { Attribution } from "../../src/model/analysis.js";
import { splitSentences } from "../../src/text/sentences.js";

const read = (text: string, language = "en"): Attribution[] =>
  findAttributions(text, splitSentences(text, language), [], language);
const speakers = (text: string, language = "en"): string[] =>
  read(text, language).map((attribution) => attribution.speaker);

describe("the speaker of a sentence", () => {
  test.each([
    ["The ministry on Friday said talks would go on.", "The ministry"],
    ["On Monday Foreign Minister Anna Berg urged both sides to stop.", "Anna Berg"],
    ["Anna Berg, head of the mission, has called for a truce.", "Anna Berg"],
    ["The head of the mission, Anna Berg, denied the report.", "Anna Berg"],
    ["Talks go on, according to the defence ministry.", "the defence ministry"],
    ["“Talks go on,” said a statement issued by the council.", "a statement issued by the council"],
    ["The army, meanwhile, said that it had left.", "The army"],
    ["Anna Berg and Jon Dahl stressed the need for a truce.", "Anna Berg and Jon Dahl"],
    ["The ships, officials said, left on Sunday.", "officials"],
    ["The move was condemned by the opposition as a breach.", "the opposition"],
    ["Secretary of State John Doe warned that time was short.", "John Doe"],
    ["The ministry rejected the accusations as lies.", "The ministry"],
    ["Anna Berg, the foreign minister said, was wrong.", "the foreign minister"],
    ["Anna Berg, the Danish foreign minister said there was hope.", "Anna Berg"],
    ["The talks had failed, Anna Berg recalled.", "Anna Berg"],
    ["Sen. Barbara Boxer (D-Calif.) said it was wrong.", "Barbara Boxer"],
  ])("of %j is %j", (sentence, speaker) => {
    expect(speakers(sentence)).toEqual([speaker]);
  });

  test.each([
    "Running battles have been reported between the rival forces.",
    "The army has not said when it will leave.",
    "The ministry would say more on Friday, it is hoped.",
    "The two states signed a deal on trade.",
    "There were calls for a truce, and reports of a breach.",
    "The deal announced on Monday was denounced on Tuesday.",
    "He is backed by two neighbours.",
    "The council notified Ohio State on Monday of nine alleged breaches.",
    "The minister admitted herself to a clinic.",
    "The opposition added 15 seats.",
    "The two men accused of the attack are free.",
    "The government recalled its ambassador.",
    "The army maintained control of the coast.",
    "The court rejected the bill.",
    "The court called on Monday's witness.",
    "If the minister says no, the deal is dead.",
    "Nobody said a word.",
    "The sign on the door said “Closed”.",
    "They led the “Free National Army” to the coast.",
  ])("is nobody in the article's own voice: %j", (sentence) => {
    expect(speakers(sentence)).toEqual([]);
  });

  test("is the person that a pronoun means", () => {
    const text =
      "Foreign Minister Anna Berg said talks would go on. Her remarks came after a week of war. “We are ready,” she said.";
    expect(speakers(text)).toEqual(["Anna Berg", "Anna Berg"]);
  });

  test("stays open where two persons may be meant", () => {
    const text = "Anna Berg met Clara Dahl in the city hall. “It went well,” she said.";
    expect(read(text).map(({ speaker, entity }) => [speaker, entity])).toEqual([["she", null]]);
  });

  test("is the person that a role describes", () => {
    const text =
      "Danish Foreign Minister Anna Berg met Swedish Foreign Minister Jon Dahl. The Danish foreign minister said talks would go on.";
    expect(speakers(text)).toEqual(["Anna Berg"]);
  });

  test("is both of the latest two for “both countries”", () => {
    const text = "The deal angered Greece and Cyprus. Both countries denounced it.";
    expect(speakers(text)).toEqual(["Greece and Cyprus"]);
  });

  test("stays the same over the sentences of one quotation", () => {
    const text = "“We will go. We will not come back. It is over,” Anna Berg said. Rain fell.";
    expect(speakers(text)).toEqual(["Anna Berg", "Anna Berg", "Anna Berg"]);
  });

  test("stays the same where a quotation is taken up in the next paragraph", () => {
    const text = "Anna Berg said: “We will go.\n\n“We will not come back.”\n\nRain fell.";
    expect(speakers(text)).toEqual(["Anna Berg", "Anna Berg"]);
  });
});

describe("the way from speaker to outlet", () => {
  const way = (text: string) => read(text).map(({ speaker, via, depth }) => [speaker, via, depth]);

  test.each([
    ["Anna Berg said it was over.", "Anna Berg", [], 1],
    ["Security Council diplomats have said it was over.", "Security Council diplomats", [], 2],
    ["It was over, the Daily Post reported, citing sources.", "sources", ["the Daily Post"], 3],
    ["Anna Berg was quoted by broadcaster ABC as saying it was over.", "Anna Berg", ["ABC"], 2],
    ["“It is over,” Anna Berg said on Twitter.", "Anna Berg", ["Twitter"], 1],
    ["Anna Berg stressed that it was over, the statement said.", "Anna Berg", ["the statement"], 1],
    ["“They say it is over,” reporter Anna Berg said.", "Anna Berg", [], 2],
    ["Anna Berg said it was over (Reuters).", "Anna Berg", ["Reuters"], 2],
  ])("of %j", (text, speaker, via, depth) => {
    expect(way(text)).toEqual([[speaker, via, depth]]);
  });

  test("holds who says that another said", () => {
    expect(way("Officials said that Anna Berg had warned of war.")).toEqual([
      ["Officials", [], 2],
      ["Anna Berg", ["Officials"], 2],
    ]);
  });
});

describe("the kind", () => {
  test.each([
    ["“No,” Anna Berg said in the city hall on Monday morning after the vote.", "direct"],
    ["Anna Berg said that the long talks had been “hard” for all who took part.", "mixed"],
    ["Anna Berg said that the “Free National Army” had left.", "indirect"],
  ])("of %j is %s", (sentence, kind) => {
    expect(read(sentence).map((attribution) => attribution.kind)).toEqual([kind]);
  });
});

test.each([
  ["tr", "Anna Berg, görüşmelerin süreceğini söyledi.", "Berg"],
  ["fr", "« Les discussions continuent », a déclaré Anna Berg.", "Anna Berg"],
  ["fr", "Selon Anna Berg, les discussions continuent.", "Anna Berg"],
  ["ru", "Переговоры продолжаются, заявила министр Анна Берг.", "Анна Берг"],
])("names the speaker in %s: %j", (language, sentence, speaker) => {
  expect(speakers(sentence, language)[0]).toContain(speaker);
});

test("names the speaker in Arabic by the known name behind the verb", () => {
  const text = "قال الوزير خالد المشري إن المحادثات مستمرة.";
  const start = text.indexOf("خالد");
  const name = { start, end: start + 11, text: text.slice(start, start + 11), entity: "mishri" };
  const found = findAttributions(text, splitSentences(text, "ar"), [name], "ar");
  expect(found.map(({ entity, cue }) => [entity, cue])).toEqual([["mishri", "قال"]]);
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."said|“|”|\"|,|.|Anna Berg|the ministry|he|who|according to|citing|sources|and|that|by|was|on Monday|(|)|\n\n|Libya's|–|cited as saying|both countries|the two parties|they".split(
      "|",
    ),
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" ")),
  );

  test("gives attributions that are whole sentences with words of the text as cue", () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom("en", "fr", "tr", "ru", "ar", "de", "es", "it", "el"),
        (text, language) => {
          const sentences = splitSentences(text, language);
          for (const found of findAttributions(text, sentences, [], language)) {
            expect(text.slice(found.start, found.end)).toBe(found.text);
            expect(sentences.some((sentence) => sentence.start === found.start)).toBe(true);
            expect(text).toContain(found.cue);
            expect(found.speaker).not.toBe("");
            expect(found.depth).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  test.each([
    ["en", "he said that she told "],
    ["fr", "Anna Berg a dit que selon Jon Dahl "],
    ["tr", "Anna Berg, “evet” dedi ve "],
    ["ar", "وقال إن المصدر أكد أن "],
  ])("is read in %s without a full stop for a megabyte", (language, words) => {
    const text = words.repeat(1_000_000 / words.length);
    const started = performance.now();
    findAttributions(text, splitSentences(text, language), [], language);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("takes time in proportion to its length", () => {
    const text = "Anna Berg said talks would go on. “We are ready,” she said. Rain fell. ".repeat(
      700,
    );
    const started = performance.now();
    expect(read(text)).toHaveLength(1400);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
