import { describe, expect, it } from "vitest";
import { arabicForms, splitWords } from "../../src/text/words.js";

function folded(text: string): string[] {
  return splitWords(text).map((word) => word.folded);
}

describe("splitWords", () => {
  it("parts an ending after an apostrophe and the parts of a hyphened word", () => {
    expect(folded("Hafter'in Libya’s al-Mishri")).toEqual([
      "hafter",
      "in",
      "libya",
      "s",
      "al",
      "mishri",
    ]);
  });

  it("keeps numbers, sums of digits and acronyms whole", () => {
    expect(folded("20,000 fighters, the 5+5 talks and U.N. envoys")).toEqual([
      "20,000",
      "fighters",
      "the",
      "5+5",
      "talks",
      "and",
      "un",
      "envoys",
    ]);
  });

  it("does not take two sentences' letters for an acronym", () => {
    expect(folded("plan B. A map")).toEqual(["plan", "b", "a", "map"]);
  });

  it("folds in all scripts", () => {
    expect(folded("Çavuşoğlu القُوَّات наёмники d’Égypte")).toEqual([
      "cavusoglu",
      "القوات",
      "наемники",
      "d",
      "egypte",
    ]);
  });

  it("says which words a phrase may run over", () => {
    const joined = splitWords("foreign\u00a0forces, “Libyan” army. Troops\n\nleft").map(
      (word) => word.joined,
    );
    expect(joined).toEqual([false, true, false, true, false, false]);
  });

  it("gives offsets at which the text holds the word", () => {
    const text = "İstanbul’da kı\u0307sa görüşme";
    expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "İstanbul",
      "da",
      "kı\u0307sa",
      "görüşme",
    ]);
  });
});

describe("arabicForms", () => {
  it("gives the word with and without what is written together with it", () => {
    expect(arabicForms("والمرتزقه")).toEqual(["والمرتزقه", "المرتزقه", "مرتزقه"]);
    expect(arabicForms("للقوات")).toContain("قوات");
  });

  it("keeps short remainders and other scripts as they are", () => {
    expect(arabicForms("وقف")).toEqual(["وقف"]);
    expect(arabicForms("forces")).toEqual(["forces"]);
  });
});
