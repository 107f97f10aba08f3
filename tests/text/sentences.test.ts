/** Golden rules of sentence splitting: each case lists its sentences, joined by a space to make the text. */
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/text/sentences.js";

function sentencesOf(text: string, language: string): string[] {
  return splitSentences(text, language).map((sentence) => sentence.text);
}

const GOLDEN: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ["Hello World.", "My name is Jonas."],
    ["What is your name?", "My name is Jonas."],
    ["There it is!", "I found it."],
    ["My name is Jonas E. Smith."],
    ["Please turn to p. 55 of the report."],
    ["Were Jane and co. at the talks?"],
    ["They closed the deal with Pitt, Briggs & Co. at noon."],
    ["They closed the deal with Pitt, Briggs & Co.", "It closed yesterday."],
    ["Gen. Haftar met Mr. Saleh and Dr. Salame in Benghazi."],
    ["The envoy lives in the U.S. How about you?"].flatMap((text) => text.split(/(?<=U\.S\.) /)),
    ["He works for the U.S. Government in Virginia."],
    ["The U.N. Security Council met on Monday."],
    ["At 5 a.m. Mr. Smith went to the bank."],
    ["She has $100.00 in her bag.", "It is hers."],
    ["The figure rose by 3.5 percent.", "Nobody knew why."],
    ["He teaches science (He used to work for 5 years as an engineer.) at the university."],
    ['She turned to him, "This is great." she said.'],
    ['"Why did they leave?" Cavusoglu asked.'],
    ["“Will they stay?” he asked."],
    ["“The troops must leave.”", "Akar did not answer."],
    ['He called them "terrorists."', "He is backed by Egypt."],
    ["“Only Turkey replied,” Çavuşoğlu said.", "He left later."],
    ["Hello!!", "Long time no see."],
    ["Hello?!", "Is that you?"],
    ["We signed two memorandums, one on security ...", "Tripoli has not asked us yet."],
    ["The commanders … involved with the defence agreed."],
    ["all parties sit at the table. dialogue “."],
    ["It happened in December 24, 2021.", "Turkey agreed."],
    ["1. Foreign forces must leave."],
    ["See No. 5 of the list.", "It is short."],
    ["He said no.", "They went on."],
    ["The talks ended on Dec. 24 in Geneva."],
    ["They followed plan B.", "It worked."],
    ["Read more at UrduPoint.com about it."],
    ["The deal (signed on Nov. 27) stands.", "Greece objects."],
  ],
  tr: [
    ["Toplantı Ankara'da yapıldı.", "Bakan Çavuşoğlu konuştu."],
    ["3. Ordu Komutanlığı açıklama yaptı."],
    ["Anlaşma 27 Kasım 2019. Bu tarih önemli."].flatMap((text) => text.split(/(?<=2019\.) /)),
    ["Prof. Dr. Ahmet Yılmaz ve Gen. Hafter görüştü."],
    ["“Askerlerimiz kalacak mı?” diye sordu."],
    ["A.Ş. Genel Müdürü istifa etti."],
    ["Silah, mühimmat vb. malzemeler ele geçirildi.", "Ayrıca iki kişi yakalandı."],
    ["II. Abdülhamid dönemi anlatıldı."],
    ["İstanbul'da konuştu.", "Ümit verdi."],
  ],
  ar: [
    ["أكدت الوزيرة موقفها.", "وقالت إن القوات الأجنبية يجب أن تغادر."],
    ["هل ستغادر القوات الأجنبية؟", "لم يجب الوزير."],
    ["قال د. محمد المنفي إن الهدنة صامدة."],
    ["بلغت النسبة 3.5 في المئة.", "وأضاف أن العدد ارتفع."],
    ["«نرحب بالاتفاق.»", "هذا ما قاله الوزير."],
  ],
  ru: [
    ["Министр С. В. Лавров прибыл в Анкару.", "Он встретился с коллегой."],
    ["Соглашение подписано в 2019 г. в Стамбуле."],
    ["Соглашение подписано в 2019 г.", "Это вызвало протест Греции."],
    ["Речь шла о нефти, газе и т. д.", "Стороны договорились."],
    ["«Когда уйдут наёмники?» — спросил журналист."],
    ["Убыток составил 5 млн долл. США."],
    ["Он живёт на ул. Ленина.", "Дом старый."],
  ],
  fr: [
    ["M. Macron a reçu Mme. Mangouch à Paris.", "Ils ont parlé de la Libye."],
    ["« Les mercenaires doivent partir ! » a-t-il dit."],
    ["« Les mercenaires doivent partir. »", "Il a quitté la salle."],
    ["Le prix est de 3,5 millions d’euros.", "Les négociations continuent."],
    ["Voir art. 5 du texte.", "La Grèce proteste."],
    ["Troupes, drones, etc. Les deux camps se renforcent."].flatMap((text) =>
      text.split(/(?<=etc\.) /),
    ),
    ["Qui restera ?", "Personne ne sait."],
  ],
};

for (const [language, cases] of Object.entries(GOLDEN)) {
  describe(`sentences in ${language}`, () => {
    it.each(cases.map((sentences) => [sentences.join(" "), sentences] as const))(
      "%s",
      (text, sentences) => {
        expect(sentencesOf(text, language)).toEqual(sentences);
      },
    );
  });
}

describe("splitSentences", () => {
  it("parts sentences at a blank line, stop or not", () => {
    expect(sentencesOf("A heading\n\nAnd its text", "en")).toEqual(["A heading", "And its text"]);
  });

  it("keeps a sentence together over a single line break", () => {
    expect(sentencesOf("The forces\nmust leave.\nThey stay.", "en")).toEqual([
      "The forces\nmust leave.",
      "They stay.",
    ]);
  });

  it("finds the space that is missing after a sentence", () => {
    expect(sentencesOf("They left in 2021.Turkey stayed.", "en")).toEqual([
      "They left in 2021.",
      "Turkey stayed.",
    ]);
  });

  it("cuts a sentence of thousands of words at a space", () => {
    const text = `${"Oil and gas and ".repeat(600)}water.`;
    const sentences = splitSentences(text, "en");
    expect(sentences.length).toBeGreaterThan(1);
    expect(Math.max(...sentences.map((sentence) => sentence.text.length))).toBeLessThan(4001);
    expect(sentences.map((sentence) => sentence.text).join(" ")).toBe(text);
  });

  it("cuts a word that never ends between two characters", () => {
    const text = `a${"😀".repeat(3000)}`;
    expect(splitSentences(text, "en").map((sentence) => sentence.text.length)).toEqual([
      3999, 2002,
    ]);
  });

  it("gives offsets at which the text holds the sentence", () => {
    const text = "  One here. \n\n Two “there.” Three ";
    for (const { start, end, text: sentence } of splitSentences(text, "en")) {
      expect(text.slice(start, end)).toBe(sentence);
    }
  });

  it("parts the entries of a list that line breaks alone part", () => {
    expect(sentencesOf("The plan:\n- Ships pay\n- Ports report\n\nCritics object.", "en")).toEqual([
      "The plan:",
      "- Ships pay",
      "- Ports report",
      "Critics object.",
    ]);
  });

  it("keeps a wrapped line that begins with a dash or a number in its sentence", () => {
    expect(sentencesOf("They met the envoy\n- a friend - on May\n5. They left.", "en")).toEqual([
      "They met the envoy\n- a friend - on May\n5.",
      "They left.",
    ]);
  });

  it("keeps an abbreviation at the end of a wrapped line in its sentence", () => {
    const lines = "The ministers of both countries met the U.N.\nSecurity Council today.";
    expect(sentencesOf(lines, "en")).toEqual([lines]);
  });

  it("ends a sentence before a bracket that opens only afterwards", () => {
    expect(sentencesOf("He (40 left. They (all of them) stayed.", "en")).toHaveLength(2);
  });

  it("reads a question's speaker of several words as part of its sentence", () => {
    const text = "“Why now?” Foreign Minister Anna Lind of Norway asked.";
    expect(sentencesOf(text, "en")).toEqual([text]);
  });

  it("takes Unicode's rules, over single line breaks, where a language has none of its own", () => {
    expect(sentencesOf("O navio\nsaiu. Voltou cedo.\n\nFim", "pt")).toEqual([
      "O navio\nsaiu.",
      "Voltou cedo.",
      "Fim",
    ]);
  });

  it("parts nothing where a long text in such a language is read in pieces", () => {
    const text = "O navio voltou ao porto. ".repeat(2000);
    expect(new Set(sentencesOf(text, "pt"))).toEqual(new Set(["O navio voltou ao porto."]));
  });

  it("takes the rules of the primary language from a tag with a region", () => {
    expect(sentencesOf("3. Ordu geldi.", "tr-TR")).toHaveLength(1);
  });
});
