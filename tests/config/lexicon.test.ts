import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type LexiconFiles, parseLexicon } from "../../src/config/lexicon.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";

const THEMES = `version: "1"
weights: {strong: 3, near: 2, weak: 1, negative: -3}
rule:
  minScore: 4
  minScoreShort: 3
  shortWords: 120
  minStrong: 1
  capPerTerm: 3
  titleBonus: 2
  outOfContextDivisor: 3
  minPassageScore: 2
themes:
  - id: ceasefire
    title: {en: Ceasefire}
    terms:
      en:
        strong: |
          ceasefire*
          # the older word
          truce*; armistice
        weak: [Geneva, "talks"]
`;
const ENTITIES = `version: "1"
entities:
  - id: gna
    type: body
    name: Government of National Accord
    names:
      en: Government of National Accord
    cs: GNA
contested:
  - terms: unity government
    readings: [{entity: gna, to: "2021-03-14"}]
`;
const OUTLETS = `version: "1"
outlets:
  - {id: sputnik, names: Sputnik, owner: Russian state, kind: state, grade: null}
  - id: urdupoint
    names: [UrduPoint, UrduPoint.com]
    owner: private
    kind: aggregator
    grade: null
    republishes: sputnik
`;

function files(change: Partial<Record<keyof LexiconFiles, string>> = {}): LexiconFiles {
  return {
    themes: { file: "themes.yaml", text: change.themes ?? THEMES },
    entities: { file: "entities.yaml", text: change.entities ?? ENTITIES },
    outlets: { file: "outlets.yaml", text: change.outlets ?? OUTLETS },
  };
}

function faultsOf(change: Partial<Record<keyof LexiconFiles, string>>): string[] {
  return parseLexicon(files(change)).diagnostics.map(formatDiagnostic);
}

describe("parseLexicon", () => {
  it("reads terms from lists, lines and semicolons alike, comments left out", () => {
    const { lexicon, diagnostics } = parseLexicon(files());
    expect(diagnostics).toEqual([]);
    expect(lexicon?.themes.themes[0]?.terms.en).toEqual({
      strong: ["ceasefire*", "truce*", "armistice"],
      near: [],
      weak: ["Geneva", "talks"],
      negative: [],
      cs: [],
      not: [],
    });
    expect(lexicon?.outlets.outlets[1]?.names).toEqual(["UrduPoint", "UrduPoint.com"]);
  });

  it("names its inputs with their hashes", () => {
    expect(parseLexicon(files()).lexicon?.inputs).toEqual([
      { name: "themes.yaml", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { name: "entities.yaml", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { name: "outlets.yaml", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  it.each([
    [
      "a misspelt key",
      { themes: THEMES.replace("        weak:", "        weka:") },
      ['error: themes.yaml:21:9 unknown key "weka"\n  hint: did you mean "weak"?'],
    ],
    [
      "a key like no other",
      { outlets: OUTLETS.replace("owner: private", "owner: private\n    colour: red") },
      [
        'error: outlets.yaml:7:5 unknown key "colour"\n  hint: known keys: id, names, owner, closed, kind, marking, grade, republishes, readsAs, restricted',
      ],
    ],
    [
      "a missing key",
      { themes: THEMES.replace("  minScore: 4\n", "") },
      ['error: themes.yaml:4:3 "minScore" is missing (a number)'],
    ],
    [
      "a value of another type",
      { themes: THEMES.replace("minScore: 4", "minScore: four") },
      ['error: themes.yaml:4:13 "minScore" must be a number, found "four"'],
    ],
    [
      "a term that is no text",
      { themes: THEMES.replace('[Geneva, "talks"]', "[Geneva, 1926]") },
      ['error: themes.yaml:21:24 "weak[1]" must be text, found 1926'],
    ],
    [
      "a value outside its list",
      { entities: ENTITIES.replace("type: body", "type: boddy") },
      [
        'error: entities.yaml:4:11 "type" must be one of person, body, group, place, agreement, event, state; found "boddy"\n  hint: did you mean "body"?',
      ],
    ],
    [
      "a term without a word",
      { themes: THEMES.replace("Geneva", '"*"') },
      ['error: themes.yaml:21:16 term "*" holds no word\n  hint: take it out'],
    ],
    [
      "an id used twice",
      { outlets: OUTLETS.replace("id: urdupoint", "id: sputnik") },
      ['error: outlets.yaml:4:9 "sputnik" stands for two entries\n  hint: rename one of them'],
    ],
    [
      "a reading of no entity",
      { entities: ENTITIES.replace("entity: gna", "entity: gnaa") },
      ['error: entities.yaml:11:25 there is no entity "gnaa"\n  hint: did you mean "gna"?'],
    ],
    [
      "copy of no outlet",
      { outlets: OUTLETS.replace("republishes: sputnik", "republishes: [sputnick]") },
      ['error: outlets.yaml:9:19 there is no outlet "sputnick"\n  hint: did you mean "sputnik"?'],
    ],
    [
      "weights out of order",
      { themes: THEMES.replace("negative: -3", "negative: 3") },
      [
        "error: themes.yaml:2:10 weights are out of order\n  hint: keep strong >= near >= weak >= 0 >= negative",
      ],
    ],
    [
      "a look-alike that hides a name",
      { entities: ENTITIES.replace("cs: GNA", "cs: MİŞ\n    not: Mis") },
      [
        'warning: entities.yaml:9:10 look-alike "Mis" is spelt like a name of its entity\n  hint: accents and the like do not count in matching: take one of the two out',
      ],
    ],
  ])("tells %s with its place", (_, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it("gives no lexicon where anything is wrong, and tells all faults at once", () => {
    const { lexicon, diagnostics } = parseLexicon(
      files({ themes: THEMES.replace("minScore: 4", "minScore: x"), outlets: "outlets: [" }),
    );
    expect(lexicon).toBeNull();
    expect(diagnostics.map(({ place }) => place?.file)).toEqual(["themes.yaml", "outlets.yaml"]);
  });

  it("still gives a lexicon where there are only warnings", () => {
    const entities = ENTITIES.replace("cs: GNA", "cs: GNA\n    not: gna");
    expect(parseLexicon(files({ entities })).lexicon).not.toBeNull();
  });

  it("reads the starter lexicon without a word of complaint, every theme in every language", () => {
    const starter = (name: string) => ({
      file: `corpus/lexicon/${name}.yaml`,
      text: readFileSync(new URL(`../../corpus/lexicon/${name}.yaml`, import.meta.url), "utf8"),
    });
    const { lexicon, diagnostics } = parseLexicon({
      themes: starter("themes"),
      entities: starter("entities"),
      outlets: starter("outlets"),
    });
    expect(diagnostics).toEqual([]);
    expect(lexicon?.themes.themes.map((theme) => [theme.id, Object.keys(theme.terms)])).toEqual(
      ["foreign_forces", "maritime_deal", "ceasefire", "russia_role"].map((id) => [
        id,
        ["en", "tr", "ar", "ru", "fr"],
      ]),
    );
    expect(lexicon?.outlets.outlets.every((outlet) => outlet.grade === null)).toBe(true);
  });
});
