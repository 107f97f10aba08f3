import { expect, test } from "vitest";
import { analyseArticles } from "../../src/analysis/index.js";
import { chooseFigures } from "../../src/issue/glance.js";
import type { Lexicon } from "../../src/model/lexicon.js";
import { lexicon as starter } from "../analysis/seeds.js";
import { articleWith } from "../article.js";

const lexicon: Lexicon = {
  ...starter,
  themes: {
    ...starter.themes,
    context: {},
    contextSides: [],
    themes: [
      {
        id: "drought",
        title: { en: "Drought" },
        examples: [],
        terms: {
          en: {
            strong: ["drought", "reservoirs"],
            near: [],
            weak: ["water"],
            negative: [],
            cs: [],
            not: [],
          },
        },
      },
    ],
  },
};

function figuresAmong(...texts: readonly (readonly string[])[]): string[] {
  const articles = texts.map((paragraphs, index) =>
    articleWith({ id: `a-00000000000${index}`, paragraphs: [...paragraphs] }),
  );
  const analyses = [...analyseArticles(articles, lexicon).values()];
  const byId = new Map(articles.map((article) => [article.id, article]));
  return chooseFigures(analyses, byId, lexicon, 3).map(({ statement }) => statement.text);
}

test("puts the figure that several reports give before one that stands in a single report", () => {
  const [first] = figuresAmong(
    ["The drought dried up 75 wells.", "The drought leaves 3,400 farms without water."],
    ["The drought leaves 3,400 farms without water, the ministry said."],
  );
  expect(first).toBe("3,400 farms");
});

test("knows a measured figure of two reports for one, however its unit is written", () => {
  expect(
    figuresAmong(
      ["The drought leaves the canal 500 cubic metres a second of water."],
      ["The drought leaves the canal 500 cubic meters per second of water."],
    ),
  ).toEqual(["500 cubic metres a second"]);
});

test("gives no figure from a sentence about something else", () => {
  expect(
    figuresAmong([
      "The drought emptied the reservoirs: 3,400 farms have no water.",
      "The governor opened 14 museums.",
    ]),
  ).toEqual(["3,400 farms"]);
});

test("chooses the same in whatever order the articles come", () => {
  const first = ["The drought dried up 75 wells.", "The drought closed 31 reservoirs."];
  const second = ["The drought struck 46 villages.", "Drought hit 3,400 farms, Ana Durel said."];
  expect(new Set(figuresAmong(first, second))).toEqual(new Set(figuresAmong(second, first)));
});

test("prints one count once, however exactly it is put", () => {
  expect(
    figuresAmong(
      ["The drought leaves 3,400 farms without water."],
      ["The drought leaves about 3,400 farms without water."],
    ),
  ).toHaveLength(1);
});
