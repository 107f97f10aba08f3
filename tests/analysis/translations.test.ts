import { describe, expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/analyse.js";
import { relateArticles } from "../../src/analysis/relate.js";
import type { Article } from "../../src/model/article.js";
import type { Lexicon } from "../../src/model/lexicon.js";
import { firstSeed as base, entityOf, lexicon as house } from "./seeds.js";

const lexicon: Lexicon = {
  ...house,
  entities: {
    version: "1",
    entities: [
      entityOf("varna", "place", {
        en: ["Varna"],
        tr: ["Varna"],
        ru: ["Варна*"],
        ar: ["فارنا"],
        fr: ["Varna"],
      }),
      entityOf("kolev", "person", {
        en: ["Petar Kolev"],
        tr: ["Petar Kolev"],
        ru: ["Петар* Колев*"],
        ar: ["بيتار كوليف"],
        fr: ["Petar Kolev"],
      }),
      entityOf("burgas", "place", {
        en: ["Burgas"],
        tr: ["Burgaz"],
        ru: ["Бургас*"],
        ar: ["بورغاس"],
        fr: ["Bourgas"],
      }),
    ],
    contested: [],
    loaded: [],
  },
};

const TEXTS = {
  en: `The harbour of Varna took in 41,200 tonnes of wheat by 4 March 2024, said its head, Petar Kolev.
    Another 13,750 tonnes went to Burgas on 62 barges, and 118 ships wait outside.`,
  tr: `Varna limanının başkanı Petar Kolev, 4 Mart 2024'e kadar 41.200 ton buğday geldiğini söyledi.
    13.750 ton daha 62 mavna ile Burgaz'a gitti, 118 gemi dışarıda bekliyor.`,
  ru: `Глава порта Варна Петар Колев сказал, что к 4 марта 2024 года поступило 41 200 тонн пшеницы.
    Ещё 13 750 тонн ушли в Бургас на 62 баржах, 118 судов ждут на рейде.`,
  ar: `قال رئيس ميناء فارنا بيتار كوليف إن الميناء استقبل 41,200 طن من القمح حتى 4 مارس 2024.
    وذهبت 13,750 طن أخرى إلى بورغاس على متن 62 صندلا وتنتظر 118 سفينة في الخارج.`,
  fr: `Le port de Varna a reçu 41 200 tonnes de blé jusqu'au 4 mars 2024, a dit son chef, Petar Kolev.
    13 750 tonnes sont parties pour Bourgas sur 62 barges, et 118 navires attendent au large.`,
} as const;

const OTHER_FIGURES = `Varna limanının başkanı Petar Kolev, 11 Mart 2024'e kadar 38.900 ton buğday geldiğini söyledi.
  12.400 ton daha 57 mavna ile Burgaz'a gitti, 121 gemi dışarıda bekliyor.`;

function report(id: string, language: string, day: string, text: string): Article {
  const published = { date: day, precision: "day" as const, evidence: [] };
  const paragraphs = [text.replace(/\s+/g, " ")];
  return { ...base, id, file: id, outlet: null, language, published, inferred: null, paragraphs };
}

function relate(...given: readonly Article[]) {
  return relateArticles(given, analyseArticles(given, lexicon), lexicon);
}

const english = report("a-1", "en", "2024-03-05", TEXTS.en);

describe("a possible translation", () => {
  test.each(["tr", "ru", "ar", "fr"] as const)(
    "into %s is told by names, numbers and days",
    (language) => {
      const other = report("a-2", language, "2024-03-06", TEXTS[language]);
      const { translations } = relate(english, other);
      expect(translations).toMatchObject([
        { kind: "possible-translation", origin: "a-1", members: ["a-1", "a-2"] },
      ]);
    },
  );

  test("is no second origin, and no reprint either", () => {
    const { originOf, reprints, stories } = relate(
      english,
      report("a-2", "tr", "2024-03-06", TEXTS.tr),
    );
    expect(originOf("a-2")).toBe(originOf("a-1"));
    expect(reprints).toEqual([]);
    expect(stories).toMatchObject([{ articles: ["a-1", "a-2"], origins: 1 }]);
  });

  test.each([
    ["that gives other figures", report("a-2", "tr", "2024-03-06", OTHER_FIGURES)],
    ["of weeks later", report("a-2", "tr", "2024-04-06", TEXTS.tr)],
    ["in the same language", report("a-2", "en", "2024-03-06", TEXTS.en.toUpperCase())],
  ])("is never one %s", (_, other) => {
    expect(relate(english, other).translations).toEqual([]);
  });
});
