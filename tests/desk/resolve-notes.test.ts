/** Desk notes against three short articles: what they mean, what is gone, and what cannot both hold. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseArticles } from "../../src/analysis/index.js";
import { findPlaces } from "../../src/desk/find-places.js";
import { checkNotes, type ResolvedNotes, resolveNotes } from "../../src/desk/index.js";
import { statementId } from "../../src/issue/index.js";
import { DeskNotesSchema } from "../../src/model/desk-notes.js";
import { formatDiagnostic } from "../../src/model/diagnostic.js";
import { parseYaml } from "../../src/text/yaml.js";
import { lexiconOfThemes } from "../analysis/themes-lexicon.js";
import { articleWith } from "../article.js";
import "../seed.js";

const FIRE = "A wildfire burned the hills near the lake on Monday.";
const SAID = "The mayor said that the wildfire was under control.";
const SCHOOL = "A school was opened in the valley by the minister.";
const FLOOD = "The flood came after the wildfire, and it took “three bridges” away.";

const lexicon = lexiconOfThemes("fires: {terms: [wildfire]}\nfloods: {terms: [flood]}");
const published = (date: string) => ({ date, precision: "day" as const, evidence: [] });
const ARTICLES = [
  articleWith({ id: "a-1", paragraphs: [FIRE, SAID], published: published("2021-05-03") }),
  articleWith({ id: "a-2", paragraphs: [SCHOOL], published: published("2021-05-04") }),
  articleWith({ id: "a-3", paragraphs: [FLOOD], published: published("2021-05-05") }),
];
const LATER = articleWith({ id: "a-9", paragraphs: ["The wildfire is out."] });

const idOf = (article: string, quote: string) => statementId({ article, quote });

function resolve(text: string, isLookBack = false): ResolvedNotes & { readonly said: string[] } {
  const { value: notes, diagnostics, placeOf } = parseYaml(DeskNotesSchema, "notes.yaml", text);
  if (notes === null) throw new Error(JSON.stringify(diagnostics));
  const themes = ["fires", "floods"];
  const { gone, faults } = checkNotes(notes, themes, [...ARTICLES, LATER], placeOf);
  const excluded = ARTICLES.filter(({ id }) =>
    notes.exclude.some((one) => one.words === undefined && one.article === id),
  );
  const resolved = resolveNotes({
    notes,
    placeOf,
    themes,
    visible: ARTICLES.filter((article) => !excluded.includes(article)),
    leftOut: [
      { article: LATER, reason: "2021-05-20 is after the period" },
      ...excluded.map((article) => ({ article, reason: "excluded" })),
    ],
    analyses: analyseArticles(ARTICLES, lexicon),
    gone,
    isLookBack,
  });
  const said = [...faults, ...resolved.diagnostics].map((one) =>
    formatDiagnostic(one).replace("\n  hint:", " |"),
  );
  return { ...resolved, said };
}

describe("a target", () => {
  it("by words is found whatever the white space and the form of quotation marks", () => {
    const cites = `[{article: a-3.txt, words: "it  took 'three\n bridges' away"}]`;
    expect(resolve(`bottomLine: [{text: So., cites: ${cites}}]`).said).toHaveLength(1);
    const quoted = `[{article: a-3.txt, words: "it took \\"three\n    bridges\\" away"}]`;
    const { orders, said } = resolve(`bottomLine: [{text: So., cites: ${quoted}}]`);
    expect(said).toEqual([]);
    const [place] = orders.bottomLine[0]?.places ?? [];
    expect(FLOOD.slice(place?.start, place?.end)).toBe("it took “three bridges” away");
  });

  it("by words that stand twice is the first of them, and told", () => {
    const { orders, said } = resolve(
      "bottomLine: [{text: So., cites: [{article: a-1, words: wildfire}]}]",
    );
    expect(orders.bottomLine[0]?.places[0]?.start).toBe(FIRE.indexOf("wildfire"));
    expect(said).toEqual([
      'warning: notes.yaml:1:34 words that stand more than once in their article: "a-1: wildfire" | the first place is taken; write more of the words around those that you mean',
    ]);
    expect(
      resolve("bottomLine: [{text: So., cites: [{article: a-1, words: the hills}]}]").said,
    ).toEqual([]);
  });

  it("that is a pin without a theme stands on the theme that it speaks of most", () => {
    const { orders } = resolve(`pins: [{statement: ${idOf("a-3", FLOOD)}}, {article: a-1}]`);
    expect(orders.pins.map(({ article, theme, start }) => [article, theme, start])).toEqual([
      ["a-3", "fires", 0],
      ["a-1", "fires", 0],
    ]);
  });

  it("that is on no theme has to be given one, and is put on it then", () => {
    const words = "A school was opened";
    expect(resolve(`pins: [{article: a-2, words: ${words}}]`).said[0]).toMatch(
      /warning: .*on no theme of this brief.*add a line "theme:"/,
    );
    const { orders, said } = resolve(`pins: [{article: a-2, words: ${words}, theme: floods}]`);
    expect(said).toEqual([]);
    expect(orders.pins).toMatchObject([{ article: "a-2", theme: "floods" }]);
    expect(orders.decisions.moved).toMatchObject([{ theme: "floods", kind: "added" }]);
  });

  it("that nobody says is told not to stand under who says what", () => {
    const { orders, said } = resolve(`pins: [{article: a-1, words: burned the hills, slot: says}]`);
    expect(said[0]).toMatch(/names nobody who says it/);
    expect(orders.pins).toMatchObject([{ slot: null }]);
  });
});

describe("a note whose target is gone", () => {
  it.each([
    [
      `pins: [{statement: s-000000000000, words: The flood came behind the wildfire}]`,
      `a statement that is not there: "s-000000000000" | did you mean ${idOf("a-3", FLOOD)}: “The flood came`,
    ],
    [
      "pins: [{article: a-1, words: a wildfire had burned the hills near a lake}]",
      'words that their article does not have: "a-1: a wildfire had burned the hills near a lake" | did you mean “A wildfire burned',
    ],
    ["pins: [{article: a-7}]", 'an article that is not there: "a-7" | did you mean "a-'],
    [
      "pins: [{article: a-9}]",
      'what this issue cannot print: "a-9" | this issue does not look at its article: 2021-05-20 is after the period',
    ],
    ["themes: {fire: {status: thin}}", 'a theme that is not there: "fire" | did you mean "fires"?'],
    ["pins: [{article: a-1, theme: fire}]", 'a theme that is not there: "fire"'],
    ["watch: [{date: 2021-02-30, text: So.}]", 'a date that is in no calendar: "2021-02-30"'],
  ])("is told with its line and what may be meant: %s", (notes, expected) => {
    const { said, orders } = resolve(notes);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^warning: notes\.yaml:1:/);
    expect(said[0]).toContain(expected);
    expect(orders.pins).toEqual([]);
    expect(orders.decisions.lost).toMatchObject([{ line: 1 }]);
  });

  it("leaves its line standing, marked as without its source", () => {
    const { orders } = resolve("keyMessages: [{text: So., cites: [s-000000000000]}]");
    expect(orders.keyMessages).toEqual([{ text: "So.", places: [], isSourceGone: true }]);
  });

  it("does not show in a look back, and neither does a line that leans on it", () => {
    const { orders, said } = resolve("keyMessages: [{text: So., cites: [s-000000000000]}]", true);
    expect([orders.keyMessages, orders.decisions.lost, said]).toEqual([[], [], []]);
  });
});

describe("two notes that cannot both hold", () => {
  const fire = idOf("a-1", FIRE);
  it.each([
    [
      "a pin in two slots",
      `pins:\n  - {statement: ${fire}, slot: happened}\n  - {article: a-1, words: burned the hills, slot: background}`,
      "put in two places, happened and background, in lines 2 and 3",
    ],
    [
      "a pin twice",
      `pins:\n  - {statement: ${fire}}\n  - {statement: ${fire}}`,
      "pinned twice, in lines 2 and 3",
    ],
    [
      "pinned and excluded",
      `pins:\n  - {statement: ${fire}}\nexclude:\n  - {article: a-1, words: burned the hills, reason: No.}`,
      "both pinned and excluded, in lines 2 and 4",
    ],
    [
      "pinned, and its article excluded",
      `pins:\n  - {statement: ${fire}}\nexclude:\n  - {article: a-1, reason: No.}`,
      "pinned, and its article excluded, in lines 2 and 4",
    ],
    [
      "an article pinned and excluded",
      "pins:\n  - {article: a-1}\nexclude:\n  - {article: a-1.txt, reason: No.}",
      'article "a-1.txt" is both pinned and excluded, in lines 2 and 4',
    ],
    [
      "an article pinned twice",
      "pins:\n  - {article: a-1}\n  - {article: a-1.txt}",
      "pinned twice, in lines 2 and 3",
    ],
    [
      "cited and excluded",
      `bottomLine:\n  - {text: So., cites: [${fire}]}\nexclude:\n  - {statement: ${fire}, reason: No.}`,
      "both cited and excluded, in lines 2 and 4",
    ],
    [
      "moved twice",
      `themes:\n  fires:\n    add: [{statement: ${idOf("a-2", SCHOOL)}}]\n  floods:\n    add: [{statement: ${idOf("a-2", SCHOOL)}}]`,
      "put in two places, fires and floods, in lines 3 and 5",
    ],
    [
      "added and removed",
      `themes:\n  fires:\n    add: [{statement: ${fire}}]\n    remove: [{article: a-1, words: A wildfire}]`,
      "both added and removed, in lines 3 and 4",
    ],
  ])("stop the brief with both lines: %s", (_, notes, expected) => {
    const { said } = resolve(`${notes}\n`);
    const errors = said.filter((one) => one.startsWith("error"));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(expected);
    expect(errors[0]).toContain("| keep the line that you mean");
  });

  it("are none where a passage is taken off one theme and put on another", () => {
    const target = `{statement: ${idOf("a-3", FLOOD)}}`;
    const { said } = resolve(
      `themes:\n  fires:\n    remove: [${target}]\n  floods:\n    add: [${target}]\n`,
    );
    expect(said).toEqual([]);
  });
});

it("finds a statement by the same id whatever articles come in besides", () => {
  const sentence = fc
    .array(fc.constantFrom("wildfire", "flood", "lake", "burned", "school", "mayor"), {
      minLength: 2,
      maxLength: 6,
    })
    .map((words) => `The ${words.join(" ")} of the day.`);
  fc.assert(
    fc.property(
      fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
      fc.nat(3),
      (texts, at) => {
        const others = texts.map((paragraphs, index) =>
          articleWith({ id: `a-other${index}`, paragraphs }),
        );
        const all = [...others.slice(0, at), ...ARTICLES, ...others.slice(at)];
        const places = findPlaces(all, analyseArticles(all, lexicon));
        for (const [article, quote] of [
          ["a-1", FIRE],
          ["a-1", SAID],
          ["a-3", FLOOD],
        ] as const) {
          const target = {
            kind: "statement",
            statement: idOf(article, quote),
            words: null,
          } as const;
          const start = article === "a-1" && quote === SAID ? FIRE.length + 2 : 0;
          expect(places.rangeOf(target)).toEqual({ article, start, end: start + quote.length });
        }
      },
    ),
    { numRuns: 30 },
  );
});
