import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findNames, type NamedText } from "../../src/analysis/names/names.js";
import { parseLexicon } from "../../src/config/lexicon.js";
import { articleText } from "../../src/model/article.js";
import { seedTexts } from "./themes-gold-texts.js";

const lexiconFile = (name: string) => ({
  file: `${name}.yaml`,
  text: readFileSync(new URL(`../../corpus/lexicon/${name}.yaml`, import.meta.url), "utf8"),
});
const { lexicon } = parseLexicon({
  themes: lexiconFile("themes"),
  entities: lexiconFile("entities"),
  outlets: lexiconFile("outlets"),
});
if (lexicon === null) throw new Error("the starter lexicon does not parse");
const known = lexicon;

function namesIn(text: string, more: Partial<NamedText> = {}): string[] {
  const article = { language: "en", text, day: null, ...more };
  return findNames(article, known).names.map((use) => `${use.text} = ${use.entity}`);
}

describe("findNames", () => {
  it("knows a full form alone, in any spelling that folds alike", () => {
    expect(namesIn("Mevlüt Çavuşoğlu and MEVLUT CAVUSOGLU met.")).toEqual([
      "Mevlüt Çavuşoğlu = cavusoglu",
      "MEVLUT CAVUSOGLU = cavusoglu",
    ]);
  });

  it("takes a short form where a full form of the same entity is in the article", () => {
    expect(namesIn("Stephanie spoke. Putin left.")).toEqual([]);
    expect(namesIn("Vladimir Putin spoke. Putin left.")).toHaveLength(2);
  });

  it("takes a short form where the article is about the region", () => {
    expect(namesIn("Haftar left.")).toEqual([]);
    expect(namesIn("Haftar left Benghazi.")).toContain("Haftar = haftar");
  });

  it("does not take Tripoli in Lebanon for the region", () => {
    expect(namesIn("Haftar was seen in Tripoli, Lebanon.")).not.toContain("Haftar = haftar");
  });

  it("refuses look-alikes", () => {
    expect(namesIn("In Libya Saddam Haftar met Khaled al-Masri.")).toEqual(["Libya = libya"]);
  });

  it("keeps abbreviations to their case", () => {
    expect(namesIn("Libya's GNA asked the gna forum.")).toEqual(["Libya = libya", "GNA = gna"]);
  });

  it("reads the dots of an abbreviation over", () => {
    expect(namesIn("The U.N. Security Council met.")).toEqual(["U.N. Security Council = unsc"]);
  });

  it("is not blocked by a case ending or a possessive", () => {
    expect(namesIn("Halife Hafter'in güçleri", { language: "tr" })).toEqual([
      "Halife Hafter = haftar",
    ]);
    expect(namesIn("Libya’s Khalifa Haftar’s men")).toContain("Khalifa Haftar = haftar");
  });

  it("prefers the longest of names that overlap", () => {
    expect(namesIn("Haftar's forces, the Libyan National Army, left Tripoli.")).toEqual([
      "Haftar's forces = lna",
      "Libyan National Army = lna",
      "Tripoli = tripoli",
    ]);
  });

  it("finds names in all languages of the lexicon", () => {
    expect(namesIn("قال خليفة حفتر إن", { language: "ar" })).toEqual(["خليفة حفتر = haftar"]);
    expect(namesIn("Халифы Хафтара войска", { language: "ru" })).toEqual([
      "Халифы Хафтара = haftar",
    ]);
    expect(namesIn("وقال لمعمر القذافي", { language: "ar" })).toEqual(["لمعمر القذافي = gaddafi"]);
  });

  it("takes a full form of another language for a short one", () => {
    expect(namesIn("He conducted Wagner in Bayreuth.")).toEqual([]);
    expect(namesIn("Wagner in Libya.")).toContain("Wagner = wagner");
  });

  it("never guesses: one letter more is another name", () => {
    expect(namesIn("In Libya, Mashrik and Haftarov spoke.")).toEqual(["Libya = libya"]);
  });

  it("gives offsets at which the text holds the name", () => {
    const text = "İbrahim Kalın, Libya’da";
    for (const { start, end, text: name } of findNames({ language: "tr", text, day: null }, known)
      .names) {
      expect(text.slice(start, end)).toBe(name);
    }
  });
});

describe("contested names", () => {
  const french = { language: "fr", text: "Le Gouvernement d'union nationale, en Libye." };

  it.each([
    ["2019-12-14", "gna"],
    ["2021-03-14", "gna"],
    ["2021-03-15", "gnu"],
  ])("on %s mean %s", (day, entity) => {
    expect(namesIn(french.text, { ...french, day })).toContain(
      `Gouvernement d'union nationale = ${entity}`,
    );
  });

  it("stay open without a day, and without readings", () => {
    expect(namesIn(french.text, french)).toEqual(["Libye = libya"]);
    expect(namesIn(french.text, { ...french, day: null })).toEqual(["Libye = libya"]);
    const army = "The Libyan army left Sirte, Libya.";
    expect(namesIn(army, { language: "en", day: "2020-01-01" })).not.toContainEqual(
      expect.stringContaining("army"),
    );
  });

  it("mean what the outlet is known to mean", () => {
    const text = "Libya ordusu Trablus'ta.";
    const article = { language: "tr", text, day: "2020-01-01" };
    expect(namesIn(text, { ...article, outlet: "aa" })).toContain("Libya ordusu = gna");
    expect(namesIn(text, article)).not.toContain("Libya ordusu = gna");
  });
});

function openIn(text: string, more: Partial<NamedText> = {}): string[] {
  const article = { language: "en", text, day: null, ...more };
  return findNames(article, known).openNames.map((name) =>
    `${name.text}: ${name.reason} ${name.candidates.join(" ")}`.trimEnd(),
  );
}

describe("a name outside the time of its entity", () => {
  const accord = "The Government of National Accord met in Tripoli.";
  const unity = "The Government of National Unity met in Tripoli.";

  it.each([
    [accord, "2015-12-16", "gna"],
    [accord, "2021-03-16", "gna"],
    [unity, "2021-03-14", "gnu"],
  ])("is left open: %s on %s", (text, day, entity) => {
    expect(namesIn(text, { day })).toEqual(["Tripoli = tripoli"]);
    expect(openIn(text, { day })).toEqual([
      `${text.slice(4, text.indexOf(" met"))}: outside-validity ${entity}`,
    ]);
  });

  it.each([
    [accord, "2015-12-17", "gna"],
    [accord, "2021-03-15", "gna"],
    [unity, "2021-03-15", "gnu"],
    [accord, null, "gna"],
  ])(
    "is the entity's within it, ends included, and without a day: %s on %s",
    (text, day, entity) => {
      expect(namesIn(text, { day })).toContainEqual(expect.stringContaining(`= ${entity}`));
      expect(openIn(text, { day })).toEqual([]);
    },
  );

  it("is the entity's beside a date on which it was there", () => {
    const text = "In November 2019 the Government of National Accord signed it.";
    const mention = { start: 3, end: 16, text: text.slice(3, 16), anchor: "absolute" as const };
    const date = { ...mention, from: "2019-11-01", to: "2019-11-30", precision: "month" as const };
    expect(namesIn(text, { day: "2022-05-01", dates: [date] })).toHaveLength(1);
    expect(namesIn(text, { day: "2022-05-01" })).toHaveLength(0);
  });
});

describe("a name that is left open", () => {
  it.each([
    ["Le Gouvernement d'union nationale, en Libye.", null, "undated gna gnu"],
    ["The Libyan army left Sirte, Libya.", "2020-01-01", "no-reading"],
    ["The unity government of Libya.", "2014-01-01", "no-reading gna gnu"],
  ])("says why, and whom it may mean: %s", (text, day, why) => {
    expect(openIn(text, { day })).toEqual([expect.stringMatching(new RegExp(`: ${why}$`))]);
  });
});

describe("names of the seeds", async () => {
  const days: Readonly<Record<string, string>> = {
    A0: "2021-05-03",
    A1: "2021-05-06",
    A2: "2020-12-26",
    A3: "2019-12-14",
    A4: "2019-12-19",
  };
  const found = new Map<string, Set<string>>();
  for (const { key, article } of await seedTexts()) {
    const read = { ...article, text: articleText(article), day: days[key] ?? null };
    for (const { entity, text } of findNames({ ...read, outlet: null }, known).names) {
      found.set(entity, (found.get(entity) ?? new Set()).add(text));
    }
  }

  it.each([
    ["mangoush", ["Najla Mangoush", "Mangoush", "Najla al-Manqoush"]],
    ["cavusoglu", ["Mevlüt Çavuşoğlu", "Çavuşoğlu", "Mevlut Cavusoglu", "Cavusoglu"]],
    ["mishri", ["Khaled Al-Mishri", "Al-Mashri"]],
    ["sarraj", ["Fayez al-Sarraj"]],
    ["haftar", ["Khalifa Haftar", "Haftar"]],
    ["menfi", ["Mohamed Al-Menfi"]],
    ["hcs", ["Supreme Council of State"]],
    [
      "gna",
      [
        "Government of National Accord",
        "GNA",
        "Libya's UN-backed government",
        "Libya’s United Nations-recognized government",
      ],
    ],
    ["lna", ["Libyan National Army", "LNA", "eastern-based rival army"]],
    ["erdogan", ["Recep Tayyip Erdoğan", "President Erdoğan", "Erdoğan"]],
    ["russia", ["Russia", "Moscow", "Kremlin"]],
    ["turkiye", ["Turkey", "Ankara"]],
  ])("%s goes by the gold's aliases", (entity, aliases) => {
    const spellings = [...(found.get(entity) ?? [])];
    expect(spellings).toEqual(expect.arrayContaining(aliases));
  });

  it("take no Libyan government of 2021 for that of 2019", () => {
    const texts = [...(found.get("gnu") ?? [])];
    expect(texts).not.toContain("GNA");
  });
});
