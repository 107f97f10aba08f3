import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Labels, labelParts, labelTexts, readLabels } from "../../src/templating/labels.js";

const TEMPLATES = new URL("../../templates/", import.meta.url);
const LANGUAGES = ["tr", "ar", "ru", "fr", "de"];

/** Folders of templates whose English labels are at hand. */
const folders = readdirSync(TEMPLATES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/labels.en.yaml"))
  .map((path) => path.slice(0, -"/labels.en.yaml".length));

function labelsOf(folder: string, language: string): Labels {
  const file = `${folder}/labels.${language}.yaml`;
  const text = readFileSync(new URL(file, TEMPLATES), "utf8");
  const { labels, diagnostics } = readLabels(file, text, language);
  expect(diagnostics).toEqual([]);
  return labels;
}

const parametersOf = (text: string): string[] =>
  labelParts(text)
    .flatMap((part) => (part.kind === "parameter" ? [part.name] : []))
    .sort();

/** What a reader reads: parameters are filled in, and names of files stay as they are. */
const wordsOf = (text: string): string =>
  text.replaceAll(/\{[^{}]*\}/g, "").replaceAll(/coverage\.json|SHA-256|evidence\//g, "");

const each = (labels: Labels, check: (key: string, text: string) => void): void => {
  for (const [key, label] of labels.entries) for (const text of labelTexts(label)) check(key, text);
};

/** @returns the keys of labels whose words hold what they should not */
function keysWith(labels: Labels, pattern: RegExp): string[] {
  const found: string[] = [];
  each(labels, (key, text) => {
    if (pattern.test(wordsOf(text))) found.push(`${key}: ${text}`);
  });
  return found;
}

describe.each(folders)("the labels of templates/%s", (folder) => {
  const english = labelsOf(folder, "en");

  describe.each(LANGUAGES)("in %s", (language) => {
    const labels = labelsOf(folder, language);

    test("are those of the English file", () => {
      expect([...labels.entries.keys()].sort()).toEqual([...english.entries.keys()].sort());
    });

    test("fill in what the English ones do", () => {
      for (const [key, { forms }] of english.entries) {
        const own = labels.entries.get(key)?.forms.other ?? "";
        expect([key, parametersOf(own)]).toEqual([key, parametersOf(forms.other)]);
      }
    });

    test("have every plural form of the language, and no other", () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [key, { forms }] of labels.entries) {
        const own = Object.keys(forms);
        if (own.length > 1) expect([key, own.sort()]).toEqual([key, pluralCategories.toSorted()]);
      }
    });

    test("give the number in every form that speaks of several", () => {
      for (const [key, { forms }] of labels.entries) {
        const { few = "{n}", many = "{n}", other } = forms;
        if (!other.includes("{n}") || key.startsWith("evidence.")) continue;
        expect([key, few.includes("{n}"), many.includes("{n}")]).toEqual([key, true, true]);
      }
    });

    test("hold no English", () => {
      expect(keysWith(labels, /\b(?:the|of|and|is|are|this|that|with|by|it)\b/i)).toEqual([]);
    });
  });

  test.each(["ar", "ru"])("hold no Latin words in %s", (language) => {
    expect(keysWith(labelsOf(folder, language), /[A-Za-z]{2}/)).toEqual([]);
  });

  test("have Arabic marks in Arabic", () => {
    expect(keysWith(labelsOf(folder, "ar"), /[,;?"“”]/)).toEqual([]);
  });

  test("have French spaces, apostrophes and quotation marks in French", () => {
    const french = labelsOf(folder, "fr");
    expect(keysWith(french, /'|"|“|”/)).toEqual([]);
    expect(keysWith(french, /(?<![\u00a0\u202f])[:;!?»](?!\w)|«(?!\u00a0)/)).toEqual([]);
  });

  test("have German quotation marks in German, and guillemets in Russian", () => {
    expect(keysWith(labelsOf(folder, "de"), /"|”|«|»|“(?=\p{L})/u)).toEqual([]);
    expect(keysWith(labelsOf(folder, "ru"), /"|“|”|„/)).toEqual([]);
  });
});
