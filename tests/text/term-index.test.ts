import { describe, expect, it } from "vitest";
import { indexTerms, matchTerms, withoutOverlaps } from "../../src/text/term-index.js";
import { splitWords } from "../../src/text/words.js";

function usesOf(terms: readonly string[], text: string, exactCase = false): string[] {
  const index = indexTerms(terms.map((term) => ({ term, exactCase, value: term })));
  const words = splitWords(text);
  return matchTerms(index, text, words).map(({ entry, first, last }) => {
    const standing = text.slice(words[first]?.start, words[last]?.end);
    return `${entry.term}: ${standing}`;
  });
}

describe("matchTerms", () => {
  it("finds whole words only, unless a star lets them run on", () => {
    expect(usesOf(["troop", "mercenar*"], "troops and mercenaries")).toEqual([
      "mercenar*: mercenaries",
    ]);
  });

  it("lets every starred word of a phrase run on", () => {
    expect(usesOf(["иностранн* войск*"], "вывод иностранных войск")).toEqual([
      "иностранн* войск*: иностранных войск",
    ]);
  });

  it("does not run over a comma, a stop or a paragraph", () => {
    const terms = ["foreign forces"];
    expect(usesOf(terms, "foreign, forces. foreign. forces foreign\n\nforces")).toEqual([]);
    expect(usesOf(terms, "foreign\u00a0forces foreign-forces “foreign” forces")).toHaveLength(3);
  });

  it("runs over a comma that the term has", () => {
    expect(usesOf(["Tripoli, Lebanon"], "in Tripoli, Lebanon, and Tripoli Lebanon")).toEqual([
      "Tripoli, Lebanon: Tripoli, Lebanon",
    ]);
  });

  it("matches Arabic words with what is written together with them", () => {
    expect(
      usesOf(["مرتزقة", "قوات الأجنبية"], "والمرتزقة وبالقوات الأجنبية للمرتزقة"),
    ).toHaveLength(3);
    expect(usesOf(["قوات الأجنبية"], "القوّات الأجنبيّة")).toHaveLength(1);
  });

  it("keeps exact case and letters where the term asks for them", () => {
    expect(usesOf(["MİT"], "MİT, MIT, mit, MİT'in", true)).toEqual(["MİT: MİT", "MİT: MİT"]);
  });

  it("finds uses that overlap", () => {
    expect(usesOf(["fighters", "foreign fighters"], "foreign fighters")).toHaveLength(2);
  });

  it("gives nothing for a term without words", () => {
    expect(usesOf(["*", "-"], "anything * - at all")).toEqual([]);
  });
});

describe("withoutOverlaps", () => {
  it("keeps the longer of two uses, and the preferred one on the same words", () => {
    const index = indexTerms(
      [
        { term: "military deal", value: 1 },
        { term: "maritime military deal", value: 1 },
        { term: "deal signed", value: 9 },
        { term: "Greece", value: 1 },
        { term: "greece", value: 2 },
      ].map((entry) => ({ ...entry, exactCase: false })),
    );
    const text = "maritime military deal signed, Greece";
    const kept = withoutOverlaps(matchTerms(index, text, splitWords(text)), (value) => value);
    expect(kept.map(({ entry }) => [entry.term, entry.value])).toEqual([
      ["maritime military deal", 1],
      ["greece", 2],
    ]);
  });
});
