import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { LABELS, wordsOf } from "./site-of.js";

const LANGUAGES = ["ar", "de", "en", "fr", "ru", "tr"];
const PLURAL = ["zero", "one", "two", "few", "many", "other"];

/** Labels by dotted key, the forms of a plural together. */
function labelsOf(language: string): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const found = new Map<string, Record<string, string>>();
  const visit = (value: unknown, key: string): void => {
    if (typeof value === "string") found.set(key, { other: value });
    else if (typeof value === "object" && value !== null) {
      if ("other" in value) found.set(key, value as Record<string, string>);
      else for (const [name, inner] of Object.entries(value)) visit(inner, `${key}.${name}`);
    }
  };
  visit(parse(LABELS.get(`labels.${language}.yaml`) ?? ""), "");
  return found;
}

const parametersOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each(LANGUAGES)("the words in %s", (language) => {
  const english = labelsOf("en");
  const own = labelsOf(language);

  test("are those of English, with the same parameters", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    const wrong = [...own].filter(([key, { other = "" }]) => {
      return `${parametersOf(other)}` !== `${parametersOf(english.get(key)?.other ?? "")}`;
    });
    expect(wrong).toEqual([]);
  });

  test("have every plural form that the language has", () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...own].filter(([key]) => key.startsWith(".count.") || key.endsWith(".found"));
    expect(counted.length).toBe(4);
    for (const [key, forms] of counted) {
      const lacking = needed.filter((form) => !(form in forms) && form !== "many");
      expect(lacking, key).toEqual([]);
      expect(Object.keys(forms).filter((form) => !PLURAL.includes(form))).toEqual([]);
    }
  });
});

test("a language without words is spoken to in English", () => {
  expect(wordsOf("el").language).toBe("en");
  expect(wordsOf("../../etc").say("home")).toBe("All briefs");
  expect(wordsOf("en-GB").say("home")).toBe("All briefs");
});

test("days and periods are those of the language", () => {
  const period = { from: "2021-05-03", to: "2021-05-09" };
  expect(
    LANGUAGES.map((language) => wordsOf(language).period(period).replaceAll(/\s/g, " ")),
  ).toEqual([
    "من 3 إلى 9 مايو 2021",
    "3. bis 9. Mai 2021",
    "3 to 9 May 2021",
    "du 3 au 9 mai 2021",
    "3–9 мая 2021 г.",
    "3–9 Mayıs 2021",
  ]);
});
