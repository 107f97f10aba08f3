/** Files of themes in both of their forms, and where their faults are shown. */
import { describe, expect, it } from "vitest";
import { parseThemesFile } from "../../src/config/themes-file.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";

const FULL = `themes:
  - id: wildfires
    title: {en: Wildfires}
    terms:
      en:
        strong: |
          wildfire*
          # what burns
          forest fire; bush fire
      ar: {strong: [حرائق الغابات]}
  - id: floods
    title: {en: Floods}
    terms: [flood*, sel felaketi]
`;
const SHORT = `money-fx: {terms: [exchange rate, dollar]}
su sıkıntısı:
  terms: |
    kuraklık
    drought; baraj doluluk
  negative: [drought of goals]
  examples: ["Barajlardaki su yüzde 12'ye indi."]
`;

const parse = (text: string) => parseThemesFile(text, "themes.yaml");
const faultsOf = (text: string) => parse(text).diagnostics.map(formatDiagnostic);

describe("the full form", () => {
  it("may leave out its version, weights and rule", () => {
    const { value, diagnostics } = parse(FULL);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ version: "1", weights: { strong: 3 }, rule: { minScore: 4 } });
  });

  it("takes a bare list of terms for strong ones of any language", () => {
    expect(parse(FULL).value?.themes[1]?.terms).toEqual({
      mul: expect.objectContaining({ strong: ["flood*", "sel felaketi"] }),
    });
  });
});

describe("the short form", () => {
  it("gives every theme its name, its terms in any language and its examples", () => {
    const { value, diagnostics } = parse(SHORT);
    expect(diagnostics).toEqual([]);
    expect(value?.themes).toEqual([
      {
        id: "money-fx",
        title: {},
        terms: {
          mul: {
            strong: ["exchange rate", "dollar"],
            near: [],
            weak: [],
            negative: [],
            cs: [],
            not: [],
          },
        },
        examples: [],
      },
      {
        id: "su sıkıntısı",
        title: {},
        terms: {
          mul: {
            strong: ["kuraklık", "drought", "baraj doluluk"],
            near: [],
            weak: [],
            negative: ["drought of goals"],
            cs: [],
            not: [],
          },
        },
        examples: ["Barajlardaki su yüzde 12'ye indi."],
      },
    ]);
  });

  it.each([
    [
      "a key that it lacks",
      "fires: {terms: [fire], weight: 3}",
      'error: themes.yaml:1:24 unknown key "weight"\n  hint: known keys: terms, weak, negative, not, examples',
    ],
    [
      "a term that is no text",
      "fires:\n  terms: [fire, 5]",
      'error: themes.yaml:2:17 "terms[1]" must be text, found 5',
    ],
    [
      "a term without a word",
      'fires:\n  terms: [fire, "*"]',
      'error: themes.yaml:2:17 term "*" holds no word\n  hint: take it out',
    ],
    [
      "a theme without terms",
      "fires: {terms: [fire]}\nfloods: {terms: []}",
      'warning: themes.yaml:2:9 theme "floods" has no terms, so no article can join it\n  hint: write a few words or phrases that say on their own what a passage is about',
    ],
  ])("shows the place of %s", (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  it("is no excuse for an empty file", () => {
    expect(parse("").value).toBeNull();
    expect(faultsOf("{}")).toEqual(['error: themes.yaml:1:1 "themes" is missing (a list)']);
  });
});

describe("placeOfTerm", () => {
  it.each([
    [FULL, "wildfires", "forest fire", { line: 9, column: 11 }],
    [FULL, "wildfires", "bush fire", { line: 9, column: 24 }],
    [FULL, "wildfires", "حرائق الغابات", { line: 10, column: 21 }],
    [FULL, "floods", "sel felaketi", { line: 13, column: 21 }],
    [FULL, "floods", undefined, { line: 11, column: 5 }],
    [SHORT, "money-fx", "dollar", { line: 1, column: 35 }],
    [SHORT, "su sıkıntısı", "baraj doluluk", { line: 5, column: 14 }],
    [SHORT, "su sıkıntısı", "drought of goals", { line: 6, column: 14 }],
  ])("finds a term in the file: %#", (text, theme, term, place) => {
    expect(parse(text).placeOfTerm(theme, term)).toEqual({ file: "themes.yaml", ...place });
  });

  it("knows nothing of what the file lacks", () => {
    expect(parse(FULL).placeOfTerm("storms")).toBeNull();
    expect(parse(FULL).placeOfTerm("floods", "storm")).toBeNull();
  });
});
