import { expect, test } from "vitest";
import { chooseHeadlines } from "../../src/issue/headlines.js";
import type { ArticleRange, Pick, ThemePicks } from "../../src/model/analysis.js";
import { lexicon } from "../analysis/seeds.js";

function pickAt(article: string, supports: readonly ArticleRange[] = []): Pick {
  const place = { article, start: 0, end: 40 };
  return { ...place, context: null, elided: 0, attribution: null, supports };
}

const themeOf = (theme: string, ...happened: readonly Pick[]): ThemePicks => ({
  theme,
  happened,
  says: [],
  background: [],
});

const LIMITS = { bottomLine: 2, keyMessages: 4 };

test("tells an event on page one once, however many reports tell it", () => {
  const again = pickAt("b");
  const first = pickAt("a", [again]);
  const themes = [themeOf("x", first, again), themeOf("y", again)];
  const { bottomLine, keyMessages } = chooseHeadlines(themes, lexicon, LIMITS);
  expect([bottomLine, keyMessages]).toEqual([[first], []]);
});

test("gives each theme a key message before one gives two", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((id) => pickAt(id));
  if (!a || !b || !c || !d) throw new Error("four picks");
  const themes = [themeOf("x", a, b, c), themeOf("y", d)];
  const { bottomLine, keyMessages } = chooseHeadlines(themes, lexicon, LIMITS);
  expect([bottomLine, keyMessages]).toEqual([
    [a, b],
    [c, d],
  ]);
});

test("says on page one in the brief's own language what has as much support there", () => {
  const [foreign, own, backed] = [pickAt("f"), pickAt("o"), pickAt("b", [pickAt("x")])];
  const isOwn = ({ article }: ArticleRange) => article === "o";
  const told = (...happened: readonly Pick[]) =>
    chooseHeadlines([themeOf("x", ...happened)], lexicon, { ...LIMITS, keyMessages: 0 }, isOwn);
  expect(told(foreign, own).bottomLine).toEqual([own, foreign]);
  expect(told(backed, own).bottomLine).toEqual([backed, own]);
});
