/**
 * Dates in running text: mentions whose words, days and precision are all right, language by
 * language over hand-written cases; and the dates of the five sample articles.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";

const CASES = join(import.meta.dirname, "../../cases/text-dates");
const GOLD = join(import.meta.dirname, "../../gold");
/** The least precision and recall over the cases of a language. */
const ASKED = "0.98 / 0.90";

export async function evaluate(_folder, load, { verbose = false } = {}) {
  const { findDateMentions } = await load("text/dates/index.js");
  const { intervalOf } = await load("inspect/interval-of.js");
  const find = (text, language, day, anchor = "published") =>
    findDateMentions(text, language, { day, anchor }).map((found) => ({
      ...found,
      date: intervalOf(found),
    }));
  const rows = readdirSync(CASES)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => rowOf(basename(file, ".yaml"), scoreFile(file, find, verbose)));
  return [...rows, await seedsRow(find, load, verbose)];
}

function scoreFile(file, find, verbose) {
  const { published, cases } = parse(readFileSync(join(CASES, file), "utf8"));
  const language = basename(file, ".yaml");
  const counts = { right: 0, found: 0, asked: 0 };
  for (const { text, dates } of cases) {
    const found = find(text, language, published).map(describe);
    const right = found.filter((words) => dates.includes(words)).length;
    counts.right += right;
    counts.found += found.length;
    counts.asked += dates.length;
    if (verbose && (right < dates.length || right < found.length))
      console.error(
        `${language}: ${text}\n  asked ${dates.join("; ")}\n  found ${found.join("; ")}`,
      );
  }
  return counts;
}

/** `on 3 May 2021 = 2021-05-03`; an interval with its precision. */
export function describe({ text, date, precision }) {
  return `${text} = ${date}${date.includes("/") ? ` ${precision}` : ""}`;
}

function rowOf(language, { right, found, asked }) {
  const [precision, recall] = [right / Math.max(1, found), right / Math.max(1, asked)];
  return {
    on: `dates in text, ${language}: precision / recall`,
    measured: `${precision.toFixed(3)} / ${recall.toFixed(3)}`,
    asked: ASKED,
    detail: `${asked} dates, ${found} found, ${right} with the right words, days and precision`,
  };
}

async function seedsRow(find, load, verbose) {
  const { readArticles } = await load("readers/index.js");
  const passages = JSON.parse(readFileSync(join(GOLD, "seeds-passages.json"), "utf8"));
  const days = JSON.parse(readFileSync(join(GOLD, "seeds-articles.json"), "utf8"));
  const scored = passages.relative_dates.filter((entry) => entry.scored);
  let right = 0;
  for (const { file, sentences } of passages.articles) {
    const bytes = new Uint8Array(readFileSync(join("corpus/articles", file)));
    const { articles } = await readArticles({ bytes, file });
    const text = articles[0]?.paragraphs.join("\n\n") ?? "";
    const known = days.find(({ seed }) => seed === file);
    const day = known?.published?.date ?? known?.inferred?.date;
    const found = find(text, "en", day);
    for (const { id, expr, value } of scored) {
      const sentence = sentences.find((other) => other.id === id);
      if (sentence === undefined) continue;
      const start = text.indexOf(sentence.quote.slice(-40)) + 40 - sentence.quote.length;
      const isRight = found.some(
        (mention) =>
          mention.text === expr &&
          Math.abs(mention.start - start) <= sentence.quote.length &&
          (mention.date === value || mention.date.startsWith(`${value}-`)),
      );
      right += isRight ? 1 : 0;
      if (verbose && !isRight) console.error(`${id} ${expr} ${value}`);
    }
  }
  return {
    on: "dates of the sample articles",
    measured: `${right} of ${scored.length}`,
    asked: "25 of 25",
    detail: "words and days, among the scored expressions",
  };
}
