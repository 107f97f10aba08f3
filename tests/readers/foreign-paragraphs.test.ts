import { describe, expect, it } from "vitest";
import { findForeign } from "../../src/readers/foreign-paragraphs.js";

const ENGLISH =
  "The minister said that the talks would go on for three more days and that a statement would follow.";

describe("paragraphs in another language than their article", () => {
  it.each([
    [
      "de",
      "Der Minister sagte, dass die Gespräche noch drei Tage weitergehen und dass es danach eine Erklärung geben wird.",
    ],
    [
      "fr",
      "Le ministre a déclaré que les discussions se poursuivraient pendant trois jours et qu'une déclaration serait faite à la fin.",
    ],
    [
      "ar",
      "قال الوزير إن المحادثات ستستمر ثلاثة أيام أخرى في العاصمة، وإن بيانا سيصدر بعد انتهائها.",
    ],
    [
      "ru",
      "Министр заявил, что переговоры продлятся ещё три дня и что после них будет сделано заявление, но время его пока не известно.",
    ],
    [
      "el",
      "Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν για τρεις ακόμη ημέρες και ότι θα ακολουθήσει δήλωση.",
    ],
  ])("marks one in %s", (language, text) => {
    expect(findForeign([ENGLISH, text, ENGLISH], "en")).toEqual([{ paragraph: 1, language }]);
  });

  it("leaves an article in one language alone", () => {
    expect(findForeign([ENGLISH, ENGLISH], "en-GB")).toEqual([]);
  });

  it("says nothing of a few foreign words", () => {
    expect(findForeign([ENGLISH, "Wir sind das Volk, und das bleibt so."], "en")).toEqual([]);
  });

  it.each([
    "Leadbeater E, Chittka L, 2005. A new mode of information transfer in foraging bumblebees? Current Biology 15, R447–R448.",
    "Abb.: https://ja.wikipedia.org/wiki/%E6%97%A5%E5%85%89%E6%9D%B1%E7%85%A7%E5%AE%AE und weitere Bilder aus demselben Archiv",
    "Jane Doe, John Roe, Erika Muster, Max Beispiel, Ana García, Luca Rossi, Marie Dupont, Jan Kowalski, Eva Svensson",
  ])("takes no list or address for a language: %s", (text) => {
    expect(findForeign([text], "de")).toEqual([]);
  });

  it("says nothing where the article's language is not known", () => {
    expect(findForeign([ENGLISH], "und")).toEqual([]);
  });
});
