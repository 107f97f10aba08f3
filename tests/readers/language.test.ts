import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/readers/language.js";

describe("telling the language", () => {
  it.each([
    ["en", "The foreign minister said on Monday that the talks would go on for three more days."],
    [
      "tr",
      "Dışişleri Bakanı, görüşmelerin üç gün daha süreceğini ve sonra bir açıklama yapılacağını söyledi.",
    ],
    [
      "fr",
      "Le ministre des Affaires étrangères a déclaré lundi que les discussions se poursuivraient dans la capitale.",
    ],
    [
      "de",
      "Der Außenminister sagte am Montag, dass die Gespräche noch drei Tage in der Hauptstadt weitergehen.",
    ],
    ["ar", "قال وزير الخارجية يوم الاثنين إن المحادثات ستستمر ثلاثة أيام أخرى في العاصمة."],
    ["fa", "وزیر خارجه گفت که گفت‌وگوها پیش از پایان ماه در پایتخت برگزار می‌شود."],
    ["ru", "Министр иностранных дел заявил, что переговоры продлятся ещё три дня."],
    ["uk", "Міністр закордонних справ заявив, що переговори триватимуть ще три дні."],
    ["el", "Ο υπουργός μίλησε με τον ομόλογό του."],
    ["und", "2021-05-03 14:05"],
  ])("finds %s", (language, text) => expect(detectLanguage(text)).toBe(language));

  it("asks letter n-grams where function words tell nothing", () => {
    expect(
      detectLanguage("Utrikesministern sade på måndagen att samtalen fortsätter i huvudstaden."),
    ).toBe("sv");
  });

  it("falls back on the script for a few words", () => {
    expect(detectLanguage("ليبيا")).toBe("ar");
    expect(detectLanguage("Ливия")).toBe("ru");
  });

  it.each([
    ["en", "Ceasefire talks to resume Monday"],
    ["en", "Court orders release of journalists"],
    ["de", "Drei Tote bei Explosion am Flughafen"],
    ["de", "Gericht ordnet Freilassung von Journalisten an"],
    ["es", "Tres muertos por explosión cerca del aeropuerto"],
    ["es", "El presidente firma la ley de presupuesto"],
    ["it", "Tre morti in esplosione vicino all'aeroporto"],
    ["it", "Chi c'è dietro il nuovo partito?"],
    ["fr", "Les pourparlers reprennent lundi"],
    ["fr", "Qui est derrière le nouveau parti ?"],
    ["tr", "Ateşkes görüşmeleri pazartesi yeniden başlıyor"],
    ["tr", "Yeni partinin arkasında kim var?"],
    ["el", "Ποιος είναι πίσω από το νέο κόμμα;"],
    ["ru", "Суд освободил журналистов"],
    ["ar", "الحكومة ترفض الاتهامات"],
  ])("tells a headline in %s: %s", (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
