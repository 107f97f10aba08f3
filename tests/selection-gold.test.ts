/** Statements chosen per theme against the gold's lists: at least 95 % good, none forbidden. */
import { beforeAll, expect, test, vi } from "vitest";
import type { IssueTheme, Statement } from "../src/model/issue.js";
import { generateIn, openTestWorkspace, readRepository } from "./workspace.js";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

interface GoldList {
  readonly pick: readonly { quote: string }[];
  readonly also_acceptable: readonly { quote: string }[];
  readonly must_not_use: readonly { quote: string }[];
}

interface Gold {
  readonly articles: readonly { sentences: readonly { role: string; quote: string }[] }[];
  readonly best_sentences: Readonly<Record<string, GoldList>>;
}

const gold: Gold = JSON.parse(readRepository("tests/gold/seeds-passages.json"));
const flat = (text: string) => text.replace(/\s+/g, " ").trim();
const sentences = gold.articles.flatMap((article) =>
  article.sentences.filter(({ role }) => role === "content").map(({ quote }) => flat(quote)),
);

/** Gold sentences that the text of a statement is or runs over; context does not count. */
function sentencesOf({ text }: Statement): string[] {
  const words = flat(text.replace("[…]", ""));
  return sentences.filter((sentence) => words.includes(sentence) || sentence.endsWith(words));
}

function statementsOf({ happened, says, background }: IssueTheme): Statement[] {
  const all = [...happened, ...says.map(({ statement }) => statement), ...background];
  return [...new Map(all.map((statement) => [statement.id, statement])).values()];
}

let themes: readonly IssueTheme[];

beforeAll(async () => {
  themes = (await generateIn(openTestWorkspace())).made?.issue.themes ?? [];
});

test("statements of the themes are picks or acceptable, 95 % or more", () => {
  let good = 0;
  let all = 0;
  for (const theme of themes) {
    const lists = gold.best_sentences[theme.id];
    const wanted = [...(lists?.pick ?? []), ...(lists?.also_acceptable ?? [])].map((item) =>
      flat(item.quote),
    );
    for (const statement of statementsOf(theme)) {
      for (const sentence of sentencesOf(statement)) {
        all += 1;
        if (wanted.includes(sentence)) good += 1;
        else console.log(`${theme.id}: ${sentence}`);
      }
    }
  }
  console.log(`statements in the gold's lists: ${good} of ${all}`);
  expect(all).toBeGreaterThan(15);
  expect(good / all).toBeGreaterThanOrEqual(0.95);
});

test("no statement holds what must not be used", () => {
  for (const theme of themes) {
    const texts = statementsOf(theme).map(({ text }) => flat(text));
    for (const { quote } of gold.best_sentences[theme.id]?.must_not_use ?? []) {
      expect(texts.filter((text) => text.includes(flat(quote)))).toEqual([]);
    }
  }
});

test("every statement of a theme is found among the gold's sentences", () => {
  for (const statement of themes.flatMap(statementsOf)) {
    expect(sentencesOf(statement), statement.text).not.toEqual([]);
  }
});
