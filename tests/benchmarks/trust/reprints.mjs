/**
 * Fifty reprints planted among five hundred articles of one week, to how many of them an issue counts
 * as origins of their own, and how many honest articles it takes for reprints. `--data <folder>` with
 * `themes/` takes wire stories; without it articles are words of the samples in an order of chance,
 * which says less of honest ones.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findTwins } from "../eval/reprints.mjs";
import { randomFrom, shuffle } from "../seeded-random.mjs";
import { filesBelow } from "./corruptions/issue-under-test.mjs";
import { pick } from "./corruptions/pick.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const ARTICLES = 500;
const PLANTED = 50;
/** Of a shorter source nothing is left in thirty of a hundred words. */
const SHORTEST = 90;

const EDITS = {
  "boilerplate added": ({ words }) => [...BEFORE, ...words, ...BEHIND],
  "first half": ({ words }) => words.slice(0, Math.ceil(words.length / 2)),
  "first 30 %": ({ words }) => words.slice(0, Math.ceil(words.length * 0.3)),
  "5 % of words changed": (source) => replaceWords(source, 0.05),
  "15 % of words changed": (source) => replaceWords(source, 0.15),
};
const BEFORE = "Read more of our reporting every morning in the newsletter of our editors.".split(
  " ",
);
const BEHIND = "All rights reserved. Tell us what you think of this story below.".split(" ");
const OUTLETS = ["Daily Courier", "Evening Star", "The Harbour Post", "Northern Gazette"];

export async function evaluate(load, { data, seed, verbose }) {
  const random = randomFrom(Number(seed));
  const { from, texts, themes } = readTexts(data, random);
  const { honest, copies } = plant(texts, random);
  const issue = await issueOf([...honest, ...copies], themes, load);
  const extra = copies.filter((copy) => isOriginOfItsOwn(copy, issue));
  const apart = copies.filter((copy) => !isWithItsSource(copy, issue));
  const planted = new Set(copies.map(({ file }) => file));
  const swallowed = issue.coverage.filter(
    ({ file, fate, of }) => fate === "reprint" && !planted.has(file) && !isCopy(of, issue, planted),
  );
  if (verbose) for (const { file, kind } of apart) console.error(`apart: ${file} ${kind}`);
  if (verbose) for (const { file, of } of swallowed) console.error(`swallowed: ${file} by ${of}`);
  return [
    rowOf(
      `${PLANTED} reprints among ${ARTICLES} articles, ${from}: counted as origins`,
      extra,
      kindsOf(copies, issue),
    ),
    rowOf("the same: honest articles taken for reprints", swallowed),
    {
      on: "the same: told as reprints in the account",
      measured: `${PLANTED - apart.length} of ${PLANTED}`,
      detail: "the others are on no theme, which is told of them first",
    },
  ];
}

function rowOf(on, wrong, detail = "") {
  return { on, measured: wrong.length, asked: "0", holds: wrong.length === 0, detail };
}

/** One of the group of its source, whichever of them stands for it. */
function isWithItsSource({ file, of }, issue) {
  const entries = new Map(issue.coverage.map((entry) => [entry.file, entry]));
  const head = ({ article, of: other }) => other ?? article;
  return head(entries.get(file)) === head(entries.get(of));
}

/** A source whose copy is the earlier one is no swallowed article. */
function isCopy(article, issue, planted) {
  return issue.coverage.some((entry) => entry.article === article && planted.has(entry.file));
}

/** A theme counts the copy and its source as two. */
function isOriginOfItsOwn({ file, of }, { themes, coverage }) {
  const pair = coverage.filter((entry) => entry.file === file || entry.file === of);
  return themes.some(({ origins }) => pair.every(({ article }) => origins.includes(article)));
}

/** How many of the pairs a theme could have counted twice. */
function kindsOf(copies, { themes, coverage }) {
  const idOf = new Map(coverage.map(({ file, article }) => [file, article]));
  const both = copies.filter(({ file, of }) =>
    themes.some(({ reports }) => [file, of].every((one) => reports.includes(idOf.get(one)))),
  );
  return `${both.length} of them on a theme together with their source`;
}

/** Sources are drawn from the articles; each copy has another outlet, headline and day. */
function plant(texts, random) {
  const honest = texts.map(({ title, words }, at) =>
    fileOf(`honest-${at}.txt`, title, words, random),
  );
  const sources = shuffle(
    texts.flatMap(({ words }, at) => (words.length >= SHORTEST ? [{ words, at }] : [])),
    random,
  ).slice(0, PLANTED);
  const kinds = Object.entries(EDITS);
  const all = texts.flatMap(({ words }) => words);
  const copies = sources.map(({ words, at }, index) => {
    const [kind, edit] = kinds[index % kinds.length];
    const title = `What we know so far, part ${index + 1}`;
    const made = fileOf(`copy-${index}.txt`, title, edit({ words, all, random }), random);
    return { ...made, kind, of: `honest-${at}.txt` };
  });
  return { honest, copies };
}

function fileOf(file, title, words, random) {
  const day = 3 + Math.floor(random() * 7);
  const head = `date 2021-05-0${day} ${title}\n\n${pick(OUTLETS, random)}`;
  return { file, text: `${head}\n\n${paragraphsOf(words).join("\n\n")}\n` };
}

/** A sentence that ends after so many words ends its paragraph. */
const PARAGRAPH = 40;

function paragraphsOf(words) {
  const paragraphs = [];
  let paragraph = [];
  for (const word of words) {
    paragraph.push(word);
    if (paragraph.length < PARAGRAPH || !word.endsWith(".")) continue;
    paragraphs.push(paragraph.join(" "));
    paragraph = [];
  }
  return paragraph.length === 0 ? paragraphs : [...paragraphs, paragraph.join(" ")];
}

function replaceWords({ words, all, random }, part) {
  return words.map((word) => (random() < part ? pick(all, random) : word));
}

async function issueOf(files, themes, load) {
  const { generate, memoryHost, parseWeek } = await load("index.js");
  const below = (path, text) => [`/desk/${path}`, new TextEncoder().encode(text)];
  const host = memoryHost(
    new Map([
      below("briefwright.yaml", "briefs: { week: { title: Week } }\n"),
      below("corpus/lexicon/themes.yaml", themes),
      below("corpus/lexicon/entities.yaml", "version: '1'\nentities: []\n"),
      below("corpus/lexicon/outlets.yaml", "version: '1'\noutlets: []\n"),
      ...files.map(({ file, text }) => below(`corpus/articles/${file}`, text)),
      ...filesBelow(ROOT, "templates", "/desk"),
    ]),
  );
  const request = { folder: "/desk", period: parseWeek("2021-W18"), formats: new Set(["json"]) };
  const { made, diagnostics } = await generate(host, request);
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  return made.issue;
}

function readTexts(data, random) {
  const file = data && join(data, "themes/articles.jsonl.gz");
  if (!file || !existsSync(file)) return { from: "words by chance", ...madeTexts(random) };
  const rows = gunzipSync(readFileSync(file)).toString().trim().split("\n");
  const stories = shuffle(
    rows.map((row) => JSON.parse(row)),
    random,
  )
    .map(({ id, title, text }) => ({ id, title, text, words: text.split(/\s+/).filter(Boolean) }))
    .filter(({ words }) => words.length >= SHORTEST / 2)
    .slice(0, ARTICLES);
  const themes = readFileSync(join(data, "themes/themes.yaml"), "utf8");
  return { from: "wire stories", texts: withoutTwins(stories), themes };
}

/** Copies that the set holds as it came are nobody's fault here. */
function withoutTwins(stories) {
  const second = new Set([...findTwins(stories)].map((pair) => pair.split(" ")[1]));
  return stories.filter(({ id }) => !second.has(id)).slice(0, ARTICLES - PLANTED);
}

const TERMS = ["ceasefire", "foreign forces", "port strike", "grain harvest"];

function madeTexts(random) {
  const seeds = ["000_d633f055d85d57e5", "001_5709e4275fb3b6b0", "003_18b334cd7a472c5f"];
  const words = seeds.flatMap((name) =>
    readFileSync(join(ROOT, `corpus/articles/${name}.txt`), "utf8").match(/\p{Ll}{3,}/gu),
  );
  const sentence = (term) => {
    const made = Array.from({ length: 12 }, () => pick(words, random));
    made.splice(4, 0, term);
    return `${made[0][0].toUpperCase()}${made.join(" ").slice(1)}.`;
  };
  const texts = Array.from({ length: ARTICLES - PLANTED }, (_, at) => ({
    title: sentence("report").slice(0, -1),
    words: Array.from({ length: 14 }, () => sentence(TERMS[at % TERMS.length]))
      .join(" ")
      .split(" "),
  }));
  const themes = TERMS.map((term) => `${term.replace(" ", "_")}: { terms: [${term}] }`).join("\n");
  return { texts, themes: `${themes}\n` };
}
