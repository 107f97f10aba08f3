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
      entityOf("osh", "place", {
        en: ["Osh"],
        tr: ["Oş"],
        ru: ["Ош*"],
        ar: ["أوش"],
        fr: ["Och"],
      }),
      entityOf("asanova", "person", {
        en: ["Aida Asanova"],
        tr: ["Aida Asanova"],
        ru: ["Аида Асанова"],
        ar: ["عايدة أسانوفا"],
        fr: ["Aïda Assanova"],
      }),
      entityOf("uzgen", "place", {
        en: ["Uzgen"],
        tr: ["Özgön"],
        ru: ["Узген*"],
        ar: ["أوزغن"],
        fr: ["Ouzguen"],
      }),
    ],
    contested: [],
    loaded: [],
  },
};

/** One report of a flood in five languages. */
const FLOOD = {
  en: `A flood in Osh destroyed 214 houses on 9 May 2023, the governor, Aida Asanova, said. In Uzgen
    37 people were hurt, and 1,860 were taken to 12 schools.`,
  tr: `Vali Aida Asanova, 9 Mayıs 2023'te Oş kentindeki selin 214 evi yıktığını söyledi. Özgön'de
    37 kişi yaralandı, 1.860 kişi 12 okula götürüldü.`,
  ru: `Наводнение в Оше 9 мая 2023 года разрушило 214 домов, сообщила губернатор Аида Асанова. В Узгене
    пострадали 37 человек, 1 860 человек разместили в 12 школах.`,
  ar: `قالت المحافظة عايدة أسانوفا إن فيضانا في أوش دمر 214 منزلا في 9 مايو 2023. وأصيب في أوزغن
    37 شخصا ونقل 1,860 شخصا إلى 12 مدرسة.`,
  fr: `Une inondation à Och a détruit 214 maisons le 9 mai 2023, a dit la gouverneure, Aïda Assanova. À
    Ouzguen, 37 personnes ont été blessées et 1 860 accueillies dans 12 écoles.`,
};

/** Other reports of the same days, with the same names. */
const OTHERS = {
  en: `Aida Asanova opened a market in Osh on 9 May 2023. It has 320 stalls, cost 45 million and took
    18 months to build. Traders from Uzgen hold 64 of the stalls.`,
  tr: `Oş'ta 9 Mayıs 2023'te bir otobüs kazasında 15 kişi yaralandı. Vali Aida Asanova, Özgön yolunda
    28 kilometrenin kapatıldığını ve 4.300 aracın beklediğini söyledi.`,
  ru: `Аида Асанова 9 мая 2023 года встретилась в Оше с учителями из Узгена. Зарплаты 2 750 учителей
    вырастут на 16 процентов, 83 школы получат книги.`,
  ar: `افتتحت عايدة أسانوفا في أوش في 9 مايو 2023 مستشفى يضم 150 سريرا و92 طبيبا. ويخدم المستشفى
    31,000 شخص في أوزغن أيضا.`,
  fr: `À Och, Aïda Assanova a ouvert le 9 mai 2023 un festival avec 48 troupes et 6 500 visiteurs. La
    fête continue à Ouzguen pendant 21 jours.`,
  /** The flood, two days on. */
  later: `Vali Aida Asanova, 11 Mayıs 2023'te Oş kentindeki selin 263 evi yıktığını söyledi. Özgön'de
    52 kişi yaralandı, 2.140 kişi 17 okula götürüldü.`,
  /** The flood by another hand, which shares one figure. */
  apart: `Le fleuve baisse à Och, où 90 familles sont rentrées, selon Aïda Assanova. Il a plu 55
    millimètres le 9 mai 2023. Ouzguen reste sans courant, et 37 personnes y sont soignées.`,
};

function report(id: string, language: string, text: string): Article {
  const published = { date: "2023-05-10", precision: "day" as const, evidence: [] };
  const paragraphs = [text.replace(/\s+/g, " ")];
  return { ...base, id, file: id, outlet: null, language, published, inferred: null, paragraphs };
}

function translationsOf(...given: readonly Article[]) {
  const { translations } = relateArticles(given, analyseArticles(given, lexicon), lexicon);
  return translations.map(({ members }) => [...members].sort());
}

describe("of two reports of one day", () => {
  test.each([
    ["en", "tr"],
    ["en", "ar"],
    ["en", "ru"],
    ["en", "fr"],
    ["tr", "ar"],
  ] as const)("the %s one is told as a possible translation of the %s one", (one, other) => {
    const pair = [report("a-1", one, FLOOD[one]), report("a-2", other, FLOOD[other])];
    expect(translationsOf(...pair)).toEqual([["a-1", "a-2"]]);
  });

  test.each([
    ["a market and a flood", "en", OTHERS.en, "tr", FLOOD.tr],
    ["a flood and an accident", "en", FLOOD.en, "tr", OTHERS.tr],
    ["a flood and a pay rise", "en", FLOOD.en, "ru", OTHERS.ru],
    ["a flood and a hospital", "fr", FLOOD.fr, "ar", OTHERS.ar],
    ["a flood and a festival", "ru", FLOOD.ru, "fr", OTHERS.fr],
    ["a flood and its figures two days on", "en", FLOOD.en, "tr", OTHERS.later],
    ["a flood and a report by another hand", "en", FLOOD.en, "fr", OTHERS.apart],
  ])("%s are two", (_, one, first, other, second) => {
    expect(translationsOf(report("a-1", one, first), report("a-2", other, second))).toEqual([]);
  });

  test("all that tell one thing are one group among those that do not", () => {
    const told = Object.entries(FLOOD).map(([language, text]) =>
      report(`a-${language}`, language, text),
    );
    const others = Object.entries(OTHERS).map(([key, text]) =>
      report(`b-${key}`, { later: "tr", apart: "fr" }[key] ?? key, text),
    );
    expect(translationsOf(...told, ...others)).toEqual([told.map(({ id }) => id).sort()]);
  });
});
