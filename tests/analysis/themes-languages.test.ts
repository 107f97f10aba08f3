/** The starter lexicon on sentences of our own in its five languages, and on traps without a theme. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileThemes, labelThemes } from "../../src/analysis/themes/themes.js";
import { parseLexicon } from "../../src/config/lexicon.js";
import { splitSentences } from "../../src/text/sentences.js";

const file = (name: string) => ({
  file: `${name}.yaml`,
  text: readFileSync(new URL(`../../corpus/lexicon/${name}.yaml`, import.meta.url), "utf8"),
});
const { lexicon } = parseLexicon({
  themes: file("themes"),
  entities: file("entities"),
  outlets: file("outlets"),
});
if (lexicon === null) throw new Error("the starter lexicon does not parse");
const matcher = compileThemes(lexicon);

function themesOf(language: string, text: string): string[] {
  const sentences = splitSentences(text, language);
  const passages = sentences.map((sentence) => ({ ...sentence, sentences: [sentence] }));
  const labels = labelThemes({ title: "", language, paragraphs: [text] }, passages, matcher);
  return labels.passages.flatMap((passage) => passage.themes.map((theme) => theme.id));
}

const FOUND = {
  foreign_forces: {
    en: "The last Chadian fighters are to leave southern Libya by June.",
    tr: "Libya'daki yabancı savaşçıların ülkeyi terk etmesi istendi.",
    ar: "طالب المجلس بإخراج المرتزقة من ليبيا فورا.",
    ru: "Иностранные наёмники должны покинуть Ливию.",
    fr: "La Libye demande le départ des mercenaires.",
  },
  maritime_deal: {
    en: "Cairo rejects the maritime memorandum that Tripoli signed.",
    tr: "Libya ile imzalanan deniz yetki alanları mutabakatı Meclis'te onaylandı.",
    ar: "رفضت أثينا ترسيم الحدود البحرية بين ليبيا وتركيا.",
    ru: "Греция оспаривает разграничение морских зон с Ливией.",
    fr: "Athènes conteste la délimitation maritime convenue avec la Libye.",
  },
  ceasefire: {
    en: "The Libyan truce was broken twice in a week.",
    tr: "Libya'da ateşkesin ihlal edildiği bildirildi.",
    ar: "دعت البعثة إلى وقف إطلاق النار في ليبيا.",
    ru: "Стороны в Ливии договорились о прекращении огня.",
    fr: "Le cessez-le-feu tient en Libye, selon la mission.",
  },
  russia_role: {
    en: "The Kremlin denies that it pays pilots in Libya.",
    tr: "Rusya destekli güçler Libya'da ilerledi.",
    ar: "التقى لافروف وفدا من ليبيا.",
    ru: "Лавров обсудил Ливию с коллегой.",
    fr: "Le groupe Wagner reste présent en Libye.",
  },
};

describe.each(Object.entries(FOUND))("%s", (theme, sentences) => {
  it.each(Object.entries(sentences))("is found in %s", (language, text) => {
    expect(themesOf(language, text)).toEqual([theme]);
  });
});

describe("no theme", () => {
  it.each([
    ["en", "The Libyan foreign minister opened a vaccination centre in Tripoli."],
    ["en", "A task force of Libyan firefighters trained in Benghazi."],
    ["en", "Libya's football team lost in Tripoli."],
    ["en", "Ceasefire talks on Gaza went on in Cairo."],
    ["tr", "Dışişleri Bakanı Libya'da hastane açtı."],
    ["ar", "وصل وزير الخارجية إلى طرابلس لبحث التعاون الصحي في ليبيا."],
    ["ru", "Министр иностранных дел Ливии посетил выставку."],
    ["fr", "Le ministre des Affaires étrangères de la Libye a visité une école."],
  ])("is found in %s: %s", (language, text) => {
    expect(themesOf(language, text)).toEqual([]);
  });
});
