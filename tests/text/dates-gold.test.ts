import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { articleText } from "../../src/model/article.js";
import { findDateMentions } from "../../src/text/dates/index.js";
import { readOne } from "../read-one.js";

interface Passages {
  readonly articles: readonly {
    readonly key: string;
    readonly file: string;
    readonly sentences: readonly { readonly id: string; readonly quote: string }[];
  }[];
  readonly relative_dates: readonly {
    readonly id: string;
    readonly expr: string;
    readonly value: string;
    readonly scored: boolean;
  }[];
}

const gold: Passages = JSON.parse(readFileSync("tests/gold/seeds-passages.json", "utf8"));
const dated = new Map(
  (
    JSON.parse(readFileSync("tests/gold/seeds-articles.json", "utf8")) as {
      readonly seed: string;
      readonly published: { readonly date: string } | null;
      readonly inferred: { readonly date: string } | null;
    }[]
  ).map((seed) => [seed.seed, seed]),
);

/** The mention of one gold expression as its gold value is written: day, week, month or year. */
async function resolveIn(
  file: string,
  sentence: string,
  expression: string,
): Promise<string | null> {
  const { article } = await readOne(readFileSync(`corpus/articles/${file}`), file);
  const seed = dated.get(file);
  const day = seed?.published?.date ?? seed?.inferred?.date;
  if (article === null || day === undefined) return null;
  const anchor = seed?.published ? "published" : "inferred";
  const text = articleText(article);
  const start = text.indexOf(bareSentence(text, sentence));
  const mentions = findDateMentions(text, article.language, { day, anchor });
  const mention = mentions.find(
    (found) =>
      found.text === expression && found.start >= start && found.end <= start + sentence.length,
  );
  if (mention === undefined) return null;
  switch (mention.precision) {
    case "day":
      return mention.from;
    case "week":
      return mention.from.endsWith("-08")
        ? mention.from.slice(0, 7)
        : `${mention.from}/${mention.to}`;
    case "month":
      return mention.from.slice(0, 7);
    case "year":
      return mention.from.slice(0, 4);
  }
}

/** The gold counts the dateline to the first sentence and a slipped mark to the one before it. */
function bareSentence(text: string, sentence: string): string {
  if (text.includes(sentence)) return sentence;
  const end = sentence.slice(-60);
  return text.includes(end) ? end : sentence.slice(0, 60);
}

test("resolves every scored date of the seeds", async () => {
  const sentences = new Map(
    gold.articles.flatMap(({ file, sentences: list }) =>
      list.map(({ id, quote }) => [id, { file, quote }] as const),
    ),
  );
  const scored = gold.relative_dates.filter((entry) => entry.scored);
  const resolving = scored.map(async ({ id, expr, value }) => {
    const sentence = sentences.get(id);
    const got = sentence && (await resolveIn(sentence.file, sentence.quote, expr));
    return { id, expr, value, got };
  });
  const results = await Promise.all(resolving);
  const right = results.filter(({ value, got }) => value === got).length;
  console.info(`${right} of ${scored.length} dates of the gold are right`);
  expect(results.map(({ id, expr, got }) => `${id} ${expr}: ${got}`)).toEqual(
    scored.map(({ id, expr, value }) => `${id} ${expr}: ${value}`),
  );
});
