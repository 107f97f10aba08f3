import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.js";

describe("fold", () => {
  it.each([
    ["Çavuşoğlu", "cavusoglu"],
    ["Cavus\u0327og\u0306lu", "cavusoglu"],
    ["İbrahim KALIN", "ibrahim kalin"],
    ["İbrahim Kalın", "ibrahim kalin"],
    ["Ján Kubiš", "jan kubis"],
    ["Straße", "strasse"],
    ["main-d’œuvre", "main d'oeuvre"],
    ["наёмник", "наемник"],
    ["Шойгу", "шойгу"],
    ["Шои\u0306гу", "шойгу"],
    ["قُوّات", "قوات"],
    ["ليبيـــا", "ليبيا"],
    ["أإآٱ", "اااا"],
    ["مسؤول لاجئ على", "مسوول لاجي علي"],
    ["٥+٥", "5+5"],
    ["cease-fire", "cease fire"],
    ["foreign\u00a0 \n forces", "foreign forces"],
    ["U\u00adN", "un"],
  ])("folds %s to %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("keeps й apart from и, and ة apart from ه", () => {
    expect(fold("йод")).not.toBe(fold("иод"));
    expect(fold("سنة")).not.toBe(fold("سنه"));
  });

  it.each(["Hafter'in", "Hafter’in", "Hafterʼin", "Hafter‘in"])(
    "takes all apostrophes as one: %s",
    (text) => {
      expect(fold(text)).toBe("hafter'in");
    },
  );
});
