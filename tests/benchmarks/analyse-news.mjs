/**
 * English news of 400 words through every stage of analysis, in a process of its own so that its
 * memory is its own, by the processor time of its one thread: `node --expose-gc analyse-news.mjs <folder> <built> <count> <lexicon>` prints
 * one line of JSON. The lexicon is `workspace`, that of this repository, or `data`, the themes that
 * come with the articles, by which most of them have one.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { randomFrom, shuffle } from "./seeded-random.mjs";

const LEXICON = join(import.meta.dirname, "../../corpus/lexicon");
const WORDS = 400;
const DAYS = 360;
/** Articles that are analysed before the clock starts. */
const WARMING = 300;

const [folder, built, count, lexiconName] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(resolve(built, path)).href);
const { analyseArticles, relateArticles } = await load("analysis/index.js");
const { analysedOrigins, pickThemes } = await load("summary/index.js");
const { parseLexicon } = await load("config/lexicon.js");

const lexicon = readLexicon(lexiconName);
const articles = makeArticles(Number(count) + WARMING);
const warming = articles.splice(0, WARMING);
runStages(warming, () => {});
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;

const stages = new Map();
const start = clock();
const kept = runStages(articles, (stage, ms) => stages.set(stage, (stages.get(stage) ?? 0) + ms));
const ms = clock() - start;
globalThis.gc?.();
const retained = process.memoryUsage().heapUsed - before;
console.log(
  JSON.stringify({
    articles: articles.length,
    ms,
    stages: Object.fromEntries(stages),
    retained,
    peak: process.resourceUsage().maxRSS * 1024,
    found: describe(kept),
  }),
);

/** Milliseconds that this thread has had a core: a busy machine does not count. */
function clock() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function runStages(all, tell) {
  const time = (stage, work) => {
    const begun = clock();
    const made = work();
    tell(stage, clock() - begun);
    return made;
  };
  const analyses = analyseArticles(all, lexicon, time);
  // Relations are found when asked for: all of them are.
  const relations = { ...relateArticles(all, analyses, lexicon, { time }) };
  const last = Math.floor(all.length * 0.9);
  const picks = time("choosing", () =>
    pickThemes({
      themes: lexicon.themes.themes.map(({ id }) => id),
      inPeriod: analysedOrigins(all.slice(last), analyses, relations.reprints),
      background: analysedOrigins(all.slice(0, last), analyses, relations.reprints),
      period: { from: all[last].published.date, to: all.at(-1).published.date },
      newsFrom: all[last].published.date,
      limits: { happened: 5, says: 5, background: 3 },
      supportsOf: relations.supportsOf,
    }),
  );
  return { analyses, relations, picks };
}

function describe({ analyses, relations, picks }) {
  const all = [...analyses.values()];
  const total = (of) => all.reduce((sum, one) => sum + of(one), 0);
  return {
    themes: total(({ themes }) => themes.filter(({ assigned }) => assigned).length),
    names: total(({ names }) => names.length),
    dates: total(({ dates }) => dates.length),
    attributions: total(({ attributions }) => attributions.length),
    figures: total(({ figures }) => figures.length),
    reprints: relations.reprints.length,
    timeline: relations.timeline.length,
    conflicts: relations.conflicts.length,
    picks: picks.reduce((sum, { happened }) => sum + happened.length, 0),
  };
}

function readLexicon(name) {
  const read = (file) => ({ file, text: readFileSync(file, "utf8") });
  const { lexicon, diagnostics } = parseLexicon({
    themes: read(join(name === "data" ? join(folder, "themes") : LEXICON, "themes.yaml")),
    entities: read(join(LEXICON, "entities.yaml")),
    outlets: read(join(LEXICON, "outlets.yaml")),
  });
  if (lexicon === null) throw new Error(JSON.stringify(diagnostics));
  return lexicon;
}

/**
 * The stories end to end, cut every 400 words; after the first round in another order of paragraphs
 * with a word in four replaced by one of the running text, so that no article is a copy.
 */
function makeArticles(wanted) {
  const rows = gunzipSync(readFileSync(join(folder, "themes/articles.jsonl.gz"))).toString();
  const stories = rows
    .split("\n")
    .filter((row) => row !== "")
    .map((row) => JSON.parse(row));
  const paragraphs = stories.flatMap(({ text }) => paragraphsOf(text));
  const words = paragraphs
    .join(" ")
    .split(" ")
    .filter((word) => /^[a-z]+$/.test(word));
  const random = randomFrom(7);
  const made = [];
  for (let round = 0; made.length < wanted; round += 1) {
    const source = round === 0 ? paragraphs : shuffle(paragraphs, random);
    for (let at = 0; at < source.length && made.length < wanted; ) {
      const chosen = [];
      let length = 0;
      while (length < WORDS && at < source.length) {
        const all = source[at].split(" ");
        at += 1;
        const cut = all.slice(0, WORDS - length);
        length += cut.length;
        chosen.push((round === 0 ? cut : vary(cut, words, random)).join(" "));
      }
      made.push(articleOf(chosen, made.length, wanted));
    }
  }
  return made;
}

/** A line that is set in begins a paragraph. */
function paragraphsOf(text) {
  return text
    .split(/\n\s{3,}/)
    .map((paragraph) => paragraph.replace(/[\s\p{Cc}]+/gu, " ").trim())
    .filter((paragraph) => paragraph !== "" && paragraph !== "Reuter");
}

function vary(words, all, random) {
  return words.map((word) =>
    /^[a-z]+$/.test(word) && random() < 0.25 ? all[Math.floor(random() * all.length)] : word,
  );
}

function articleOf(paragraphs, index, wanted) {
  const id = `a-${index.toString(16).padStart(12, "0")}`;
  const day = new Date(Date.UTC(2020, 0, 1 + Math.floor((index * DAYS) / wanted)));
  const date = day.toISOString().slice(0, 10);
  const raw = paragraphs.join("\n\n");
  return {
    id,
    file: `${id}.txt`,
    format: "text",
    url: null,
    title: paragraphs[0].split(" ").slice(0, 9).join(" "),
    titleDerived: false,
    standfirst: null,
    byline: null,
    outlet: null,
    agency: null,
    chain: [],
    dateline: null,
    published: { date, precision: "day", evidence: [{ article: id, quote: date }] },
    modified: null,
    inferred: null,
    language: "en",
    foreign: [],
    paragraphs,
    removed: [],
    repairs: [],
    raw,
    container: `${id}.txt`,
    rawSha256: id.slice(2).padEnd(64, "0"),
    textSha256: id.slice(2).padEnd(64, "0"),
  };
}
