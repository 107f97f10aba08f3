import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.js";
import { indexTerms, matchTerms, withoutOverlaps } from "../../src/text/term-index.js";
import { arabicForms, splitWords } from "../../src/text/words.js";

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

describe("spellings of one name", () => {
  it.each([
    ["Hafter", "Hafter'in Hafter’in Hafterʼin Hafter‘in HAFTER'İN hafter", 6],
    ["İstanbul", "Istanbul İSTANBUL ISTANBUL'da istanbul’a i\u0307stanbul", 5],
    ["Isparta", "ISPARTA ısparta İsparta", 3],
    ["kırmızı çizgi", "KIRMIZI ÇİZGİ Kirmizi-cizgi kırmızı\u00a0çizgi", 3],
    ["Trablus*", "Trablus'ta Trabluslu Trablusşam Trablusgarp'tan", 4],
    ["cease-fire", "cease fire cease‑fire cease–fire Cease-Fire cease\u202ffire", 5],
    ["mercenaries", "merce\u00adnaries merce\u200bnaries", 2],
    ["d'union", "d’union d'union dʼunion D‘UNION", 4],
    ["armée", "l'armée l’armee L'ARMÉE Armée", 4],
    ["combattant* étranger*", "combattants étrangers, combattante étrangère", 2],
    ["наёмник*", "наемники НАЁМНИКОВ наемник", 3],
    ["иностранн* войск*", "иностранные войска, иностранных войск", 2],
    ["Шойгу", "ШОЙГУ Шои\u0306гу Шоигу", 2],
    ["Αθήνα", "ΑΘΗΝΑ Αθηνα Αθήνα", 3],
    ["Μητσοτάκης", "ΜΗΤΣΟΤΑΚΗΣ Μητσοτακησ", 2],
    ["Straße", "STRASSE strasse Straße", 3],
    ["Masʿud", "Mas'ud Mas’ud Masʿud", 3],
    ["ليبيا", "ليبيا وليبيا بليبيا لِيبيا ليبيـــا فليبيا", 6],
    ["إيران", "ايران أيران إيران وإيران", 4],
    ["مسؤول", "مسوول المسؤول والمسؤولين", 2],
    ["قوات أجنبية", "قوات أجنبية والقوات الأجنبية بقوات اجنبية قوات اجنبيه", 3],
    ["ليبي*", "الليبية ليبيين والليبيون", 3],
  ])("%s stands in %s %i times", (term, text, times) => {
    expect(usesOf([term], text)).toHaveLength(times);
  });

  it.each([..."و ف ب ك ل ال وال فال بال كال لل ولل".split(" ")])(
    "a word with %s before it is the word",
    (clitic) => {
      expect(usesOf(["مرتزقة"], `${clitic}مرتزقة`)).toHaveLength(1);
    },
  );

  it("keeps exact case under an ending, in any composition", () => {
    expect(usesOf(["SADAT*", "MİT"], "SADAT'ın SADATçı Sadat sadat MI\u0307T", true)).toHaveLength(
      3,
    );
  });
});

describe("matchTerms, for any text", () => {
  const word = fc.constantFrom(
    ..."foreign Forces forces' İstanbul ısı войска Шойгу قوات والقوات بليبيا ليبيا Straße l’armée Αθήνας U.N. 5+5 a".split(
      " ",
    ),
  );
  const gap = fc.constantFrom(
    " ",
    " ",
    " ",
    "-",
    "\u00a0",
    ", ",
    "’",
    "\n\n",
    " “",
    "\u200f ",
    "😀",
  );
  const text = fc
    .array(fc.tuple(word, gap), { maxLength: 14 })
    .map((parts) => parts.flat().join(""));
  const term = fc
    .array(fc.tuple(word, fc.constantFrom("", "", "*")), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((part) => part.join("")).join(" "));

  it("finds what trying every term at every word finds", () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), text, (terms, standing) => {
        const index = indexTerms(terms.map((one) => ({ term: one, exactCase: false, value: 0 })));
        const words = splitWords(standing);
        const found = matchTerms(index, standing, words).map(
          ({ entry, first, last }) => `${entry.term} ${first} ${last}`,
        );
        const tried = terms.flatMap((one) =>
          words.flatMap((_, first) => {
            const last = endOf(one, standing, first);
            return last === null ? [] : [`${one} ${first} ${last}`];
          }),
        );
        expect(found.sort()).toEqual(tried.sort());
      }),
      { numRuns: 500 },
    );
  });

  it("gives offsets at which the text folds to the term", () => {
    fc.assert(
      fc.property(word, word, gap, text, text, (one, other, between, before, behind) => {
        const standing = `${before}${one} ${other}${between}${behind}`;
        const index = indexTerms([{ term: `${one} ${other}`, exactCase: false, value: 0 }]);
        const words = splitWords(standing);
        for (const { entry, first, last } of matchTerms(index, standing, words)) {
          const found = standing.slice(words[first]?.start, words[last]?.end);
          expect(bare(found)).toContain(bare(entry.term));
        }
      }),
    );
  });

  /** Folded letters and digits alone. */
  function bare(letters: string): string {
    return fold(letters).replace(/[^\p{L}\p{N}]/gu, "");
  }

  /** The last word of a use of a term that begins with a word, by its definition. */
  function endOf(one: string, standing: string, first: number): number | null {
    const words = splitWords(standing);
    const wanted = splitWords(one);
    const stands = wanted.every(({ folded, end, joined }, at) => {
      const found = words[first + at];
      if (found === undefined || (at > 0 && found.joined !== joined)) return false;
      const isOpen = one[end] === "*";
      return arabicForms(found.folded).some((form) =>
        isOpen ? form.startsWith(folded) : form === folded,
      );
    });
    return stands ? first + wanted.length - 1 : null;
  }
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
