import { cpuUsage } from "node:process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPassages } from "../../src/analysis/passages/passages.js";
import { compileThemes, labelThemes, type ThemeLabels } from "../../src/analysis/themes/themes.js";
import { EntitiesFileSchema, type Lexicon, ThemesFileSchema } from "../../src/model/lexicon.js";
import { splitSentences } from "../../src/text/sentences.js";

function lexiconOf(change: object = {}, themeChange: object = {}): Lexicon {
  const themes = ThemesFileSchema.parse({
    version: "1",
    weights: { strong: 3, near: 2, weak: 1, negative: -3 },
    rule: {
      minScore: 4,
      minScoreShort: 3,
      shortWords: 20,
      minStrong: 1,
      capPerTerm: 2,
      titleBonus: 2,
      outOfContextDivisor: 3,
      minPassageScore: 2,
    },
    context: { en: "Libya*" },
    contextNot: "Libyan restaurant",
    contextSides: ["libya-east"],
    mask: { en: "foreign minister*" },
    themes: [
      {
        id: "forces",
        title: { en: "Forces" },
        terms: {
          en: {
            strong: "foreign forces; mercenar*; foreign minister",
            near: "military aid",
            weak: "troops; withdrawal; fighters",
            negative: "football",
            cs: "MEB",
            ...themeChange,
          },
          ar: { strong: "مرتزقة" },
        },
      },
    ],
    ...change,
  });
  const entities = EntitiesFileSchema.parse({
    version: "1",
    entities: [
      { id: "a", type: "person", side: "libya-east", name: "A B", names: { en: "Khalifa Haftar" } },
      { id: "c", type: "state", side: "egypt", name: "Egypt", names: { en: "Egypt" } },
    ],
  });
  return { themes, entities, outlets: { version: "1", outlets: [] }, inputs: [] };
}

function label(
  paragraphs: readonly string[],
  more: { title?: string; language?: string; lexicon?: Lexicon } = {},
): ThemeLabels {
  const { title = "Title", language = "en", lexicon = lexiconOf() } = more;
  const text = paragraphs.join("\n\n");
  const passages = findPassages(text, splitSentences(text, language));
  return labelThemes(
    { title, language, paragraphs: [...paragraphs] },
    passages,
    compileThemes(lexicon),
  );
}

const scoreOf = (...args: Parameters<typeof label>) => label(...args).themes[0]?.score;
const passageOf = (...args: Parameters<typeof label>) => label(...args).passages[0]?.themes[0];
const FILLER = "Nothing that matters is said in any of the many words of this sentence here.";

describe("the score of an article", () => {
  it("adds the weights of its terms", () => {
    expect(scoreOf(["Libya.", "The mercenaries want military aid and troops."])).toBe(3 + 2 + 1);
  });

  it("counts a term once per paragraph and at most as often as the rule says", () => {
    expect(scoreOf(["Libya.", "Mercenaries, mercenary, mercenaries."])).toBe(3);
    expect(scoreOf(["Libya.", "Mercenaries.", "Mercenaries.", "Mercenaries."])).toBe(6);
  });

  it("takes the longer of two terms on the same words", () => {
    expect(
      scoreOf(["Libya.", "Foreign fighters."], {
        lexicon: lexiconOf({}, { strong: "foreign fighters" }),
      }),
    ).toBe(3);
  });

  it("blanks masks out first", () => {
    expect(scoreOf(["Libya.", "The foreign minister spoke."])).toBe(0);
  });

  it("blanks out what a theme of its own refuses", () => {
    const lexicon = lexiconOf({}, { not: "troops of dancers" });
    expect(scoreOf(["Libya.", "Troops of dancers and troops."], { lexicon })).toBe(1);
  });

  it("takes negative terms away", () => {
    expect(scoreOf(["Libya.", "Mercenaries play football."])).toBe(0);
  });

  it("gives a bonus for a strong term in the title or in the first paragraph, once", () => {
    expect(scoreOf(["Libya.", "Troops."], { title: "Mercenaries leave" })).toBe(1 + 2);
    expect(scoreOf(["Libya's mercenaries.", "Troops."], { title: "Mercenaries" })).toBe(3 + 1 + 2);
  });

  it("shrinks where the article has no context", () => {
    expect(scoreOf(["Chad.", "The mercenaries left."])).toBe(1);
    expect(scoreOf(["A Libyan restaurant.", "The mercenaries left."])).toBe(1);
  });

  it("stays whole where the lexicon names no context at all", () => {
    const lexicon = lexiconOf({ context: {}, contextSides: [] });
    const article = { title: "", language: "en", paragraphs: ["Chad.", "The mercenaries left."] };
    const { themes } = labelThemes(article, [], compileThemes(lexicon));
    expect(themes[0]?.score).toBe(3);
  });

  it("takes the full name of an entity of the region for context, not that of another", () => {
    expect(scoreOf(["Khalifa Haftar.", "The mercenaries left."])).toBe(3);
    expect(scoreOf(["Egypt.", "The mercenaries left."])).toBe(1);
  });

  it("takes for the region which sides the lexicon says", () => {
    const lexicon = lexiconOf({ context: { en: "Ruritania*" }, contextSides: ["egypt"] });
    const of = (first: string) =>
      label([first, "The mercenaries left."], { lexicon }).themes[0]?.score;
    expect([of("Ruritania."), of("Egypt."), of("Khalifa Haftar.")]).toEqual([3, 3, 1]);
  });

  it("matches abbreviations under cs in exact case", () => {
    expect(scoreOf(["Libya.", "MEB and meb."])).toBe(1);
    expect(scoreOf(["Libya.", "meb."])).toBe(0);
  });

  it("uses the terms of the article's language, and all where the lexicon lacks it", () => {
    expect(scoreOf(["ليبيا.", "والمرتزقة"], { language: "ar" })).toBe(1);
    expect(scoreOf(["Libya.", "Mercenaries."], { language: "ar" })).toBe(0);
    expect(scoreOf(["Libya.", "Mercenaries."], { language: "en-GB" })).toBe(3);
    expect(scoreOf(["Libya.", "Mercenaries."], { language: "und" })).toBe(3);
  });
});

describe("an article", () => {
  it("joins a theme from the threshold on, a short one earlier", () => {
    const short = label(["Libya.", "Mercenaries."]).themes[0];
    expect(short).toMatchObject({ id: "forces", score: 3, threshold: 3, assigned: true });
    const long = label(["Libya.", FILLER, FILLER, "Mercenaries."]).themes[0];
    expect(long).toMatchObject({ id: "forces", score: 3, threshold: 4, assigned: false });
  });

  it("shows the terms that made its score", () => {
    const paragraphs = ["Libya.", "Mercenaries and troops, mercenaries.", "Mercenaries. Football."];
    const [theme] = label(paragraphs, { title: "Mercenaries leave" }).themes;
    expect(theme?.terms).toEqual([
      { term: "mercenar*", level: "strong", count: 3, inTitle: 1, points: 6 },
      { term: "football", level: "negative", count: 1, inTitle: 0, points: -3 },
      { term: "troops", level: "weak", count: 1, inTitle: 0, points: 1 },
    ]);
    expect(theme).toMatchObject({ score: 6, opening: 2 });
  });

  it("shows by what the score was divided outside the region", () => {
    expect(label(["Mercenaries."]).themes[0]).toMatchObject({ score: 1.67, divisor: 3 });
  });

  it("joins no theme without a strong term", () => {
    const { score, assigned } =
      label(["Libya: military aid.", "Military aid, troops."]).themes[0] ?? {};
    expect(score).toBe(5);
    expect(assigned).toBe(false);
  });
});

describe("a passage", () => {
  it("is labelled with the words as they stand in it", () => {
    expect(passageOf(["In Libya “MERCENARIES” and Foreign\u00a0Forces stay."])).toEqual({
      id: "forces",
      score: 6,
      terms: ["MERCENARIES", "Foreign\u00a0Forces"],
    });
  });

  it("is labelled by one near term or by two weak ones, not by one", () => {
    expect(passageOf(["Libya wants military aid."])?.score).toBe(2);
    expect(passageOf(["Libya awaits the withdrawal of troops."])?.score).toBe(2);
    expect(passageOf(["Libya has troops."])).toBeUndefined();
  });

  it("has the themes of its sentences, and evidence only from those", () => {
    const { passages } = label(["“Libya waits. The mercenaries leave,” he said."]);
    expect(passages).toHaveLength(1);
    expect(passages[0]?.themes).toEqual([{ id: "forces", score: 3, terms: ["mercenaries"] }]);
  });

  it("is about what one of its sentences carries where a neighbour is about it", () => {
    const quotation = "“Libya waits. Its people wait. The mercenaries leave,” he said.";
    const { passages } = label([quotation, "Mercenaries left Libya by the sea."]);
    expect(passages.map(({ themes }) => themes.map(({ id }) => id))).toEqual([
      ["forces"],
      ["forces"],
    ]);
  });

  it("has the themes of the title where it is the first and says the same", () => {
    const title = "Mercenaries leave Libya, minister says";
    const [lead, other] = [
      "Hired soldiers leave Libya, the minister says.",
      "Libya waits, the minister says.",
    ];
    const first = label([lead, other], { title }).passages;
    expect(first.map(({ themes }) => themes.map(({ id }) => id))).toEqual([["forces"], []]);
    const unlike = label(["The weather was fine in Tripoli."], { title }).passages;
    expect(unlike[0]?.themes).toEqual([]);
  });

  it("is not about what less than half of its sentences carry", () => {
    const { passages } = label(["“Libya waits. Its troops stay. The mercenaries leave,” he said."]);
    expect(passages[0]?.themes).toEqual([]);
  });

  it("does not add up what stands in different sentences", () => {
    expect(passageOf(["“Libya has troops. They await withdrawal,” he said."])).toBeUndefined();
  });
});

describe("labelThemes, for any text", () => {
  const matcher = compileThemes(lexiconOf());
  const words = fc.constantFrom(
    ..."mercenaries foreign forces minister Libya football والمرتزقة . ” “ \n\n İ * MEB".split(" "),
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words).map((list) => list.join(" ")),
  );

  it("never throws, and its evidence stands in the passage", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("en", "ar", "und", ""), (text, language) => {
        const passages = findPassages(text, splitSentences(text, language));
        const article = { title: text, language, paragraphs: [text] };
        for (const passage of labelThemes(article, passages, matcher).passages) {
          expect(passage.text).toBe(text.slice(passage.start, passage.end));
          for (const { terms } of passage.themes) {
            for (const term of terms) expect(passage.text).toContain(term);
          }
        }
      }),
    );
  });

  it.each([
    ["news", "The mercenaries and foreign forces left Libya. He said “no. Never.” "],
    ["an open quotation", "“We stay. "],
    ["one long sentence", "mercenaries, "],
    ["many paragraphs", "Mercenaries\n\n"],
  ])("takes time in step with the length of the text: %s", (_, unit) => {
    const spend = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length)).trim();
      const start = cpuUsage();
      const passages = findPassages(text, splitSentences(text, "en"));
      labelThemes({ title: "", language: "en", paragraphs: text.split("\n\n") }, passages, matcher);
      return cpuUsage(start).user / 1000;
    };
    spend(20_000);
    const half = Math.min(spend(60_000), spend(60_000), spend(60_000));
    const whole = Math.min(spend(120_000), spend(120_000), spend(120_000));
    expect(whole).toBeLessThan(4 * half + 20);
  });
});
