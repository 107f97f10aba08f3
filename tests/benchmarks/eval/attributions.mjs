/** Who said what: the seeds against their gold answers, and hand-made hard cases per language. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ratesOf, scoreAttributions } from "../scorers/attributions.mjs";

const CASES = join(import.meta.dirname, "../../cases/attributions");
const SEEDS = join(import.meta.dirname, "../../../corpus/articles");
const ASKED = { seeds: 43, precision: 0.9 };
/** Left out of the score: the gold gives no speaker to words that it gives one to elsewhere. */
const DISPUTED = new Set(["A0.3"]);

/** @param folder has the gold answers beside it, as `../gold/seeds-passages.json` */
export async function evaluate(folder, load, { verbose = false } = {}) {
  const { findAttributions } = await load("analysis/attributions/attributions.js");
  const { splitSentences } = await load("text/sentences.js");
  const rows = [await seedsRow(folder, load, verbose)];
  for (const file of readdirSync(CASES).filter((name) => name.endsWith(".yaml"))) {
    const language = file.replace(".yaml", "");
    const score = scoreAttributions(parse(readFileSync(join(CASES, file), "utf8")), (text) => {
      const sentences = splitSentences(text, language);
      return { sentences, attributions: findAttributions(text, sentences, [], language) };
    });
    if (verbose) for (const note of score.notes) console.error(`${language} ${note}`);
    rows.push(rowOf(language, score));
  }
  return rows.filter((row) => row !== null);
}

function rowOf(language, score) {
  const { precision, recall } = ratesOf(score);
  return {
    on: `attributions, hard cases, ${language}: precision`,
    measured: precision.toFixed(3),
    asked: ASKED.precision,
    detail: `recall ${recall.toFixed(3)} of ${score.asked}; carrier, depth and kind right ${score.detailsRight} of ${score.details}`,
  };
}

async function seedsRow(folder, load, verbose) {
  const file = join(folder, "../gold/seeds-passages.json");
  if (!existsSync(file)) return null;
  const gold = JSON.parse(readFileSync(file, "utf8"));
  const found = await readSeeds(gold, load);
  const scored = gold.attributions.filter(({ id, scored }) => scored && !DISPUTED.has(id));
  const right = scored.filter((entry) => {
    const isFound = found.some(
      ({ id, speaker }) => id === entry.id && names(speaker, entry.speaker),
    );
    if (verbose && !isFound) console.error(`seeds: missed ${entry.id} ${entry.speaker}`);
    return isFound;
  });
  return {
    on: "attributions of the seeds: sentence and speaker right",
    measured: right.length,
    asked: `>= ${ASKED.seeds} of ${scored.length}`,
    detail: `${found.filter(({ id }) => id !== undefined).length} given in content sentences`,
  };
}

/** The last name of the gold's speaker, without what it adds in brackets, stands in the found one. */
function names(found, asked) {
  const name = asked
    .replace(/\(.*?\)/g, "")
    .replace(/,.*/, "")
    .trim()
    .split(" ")
    .at(-1);
  return found.toLowerCase().includes(name.toLowerCase());
}

/** Attributions of the seeds as the program reads them, each with the gold's id of its sentence. */
async function readSeeds(gold, load) {
  const { readArticles } = await load("readers/index.js");
  const { analyseArticles } = await load("analysis/index.js");
  const lexicon = await readLexicon(load);
  const found = [];
  for (const { file, sentences } of gold.articles) {
    const bytes = new Uint8Array(readFileSync(join(SEEDS, file)));
    const { articles } = await readArticles({ bytes, file });
    for (const { attributions } of analyseArticles(articles, lexicon).values()) {
      for (const { text, speaker } of attributions) {
        const content = sentences.filter(({ role }) => role === "content");
        const id = content.find(({ quote }) => isSame(quote, text))?.id;
        found.push({ id, speaker });
      }
    }
  }
  return found;
}

/** The same sentence but for what cleaning changes: quotation marks, white space, a dateline. */
function isSame(quote, text) {
  const bare = (words) => words.replace(/[^\p{L}\p{N}]+/gu, "");
  return bare(quote).endsWith(bare(text)) || bare(text).endsWith(bare(quote));
}

async function readLexicon(load) {
  const { EntitiesFileSchema, OutletsFileSchema, ThemesFileSchema } =
    await load("model/lexicon.js");
  const read = (name, schema) =>
    schema.parse(parse(readFileSync(join(SEEDS, `../lexicon/${name}.yaml`), "utf8")));
  return {
    themes: read("themes", ThemesFileSchema),
    entities: read("entities", EntitiesFileSchema),
    outlets: read("outlets", OutletsFileSchema),
    inputs: [],
  };
}
