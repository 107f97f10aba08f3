/**
 * Summaries of reports of one event against the lead of a report that was held out: ROUGE-1 and
 * ROUGE-2 F1. Each report of a story with three or more is held out once; the others are the
 * cluster; the summary may have as many words as the lead.
 */
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { scoreRouge, wordsOf } from "../scorers/rouge.mjs";

const ASKED = "40.5/15.0";
const METHODS = ["centroid", "lexrank", "lead"];

/** What counts as a lead, and which reports have one. */
const LEADS = {
  "first three sentences": {
    has: ({ id, words }) => id.endsWith("ecb") && words >= 50,
    of: ({ sentences }) => sentences.slice(0, 3).join(" "),
  },
  "first 100 words": {
    has: ({ words }) => words >= 100,
    of: ({ sentences }) => wordsOf(sentences.join(" ")).slice(0, 100).join(" "),
  },
};

/** @param folder holds `stories/articles.jsonl.gz`: `{id, story, topic, sentences}` a line */
export async function evaluate(folder, load, { quick = false } = {}) {
  const file = join(folder, "stories/articles.jsonl.gz");
  if (!existsSync(file)) return [];
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  const reports = lines.map((line) => {
    const report = JSON.parse(line);
    return { ...report, words: wordsOf(report.sentences.join(" ")).length };
  });
  const stories = await readStories(reports, load);
  const { summarise } = await load("summary/index.js");
  const rows = [];
  for (const [name, lead] of Object.entries(LEADS)) {
    for (const method of quick ? METHODS.slice(0, 1) : METHODS) {
      rows.push(rowOf(name, method, scoreStories(stories, lead, method, summarise)));
    }
  }
  return rows;
}

async function readStories(reports, load) {
  const { readGiven } = await load("inspect/given-articles.js");
  const { analyseArticles, relateArticles } = await load("analysis/index.js");
  const { lexiconFor } = await load("inspect/lexicon-for.js");
  const { nodeHost } = await load("host/node.js");
  // Where there is no workspace, nothing is known but the language.
  const lexicon = await lexiconFor(nodeHost, { stage: "summary", folder: tmpdir() }, []);
  const stories = [];
  for (const own of Map.groupBy(reports, ({ story }) => story).values()) {
    if (own.length < 3) continue;
    const given = own.map(({ id, sentences }) =>
      JSON.stringify({ id, text: sentences.join("\n\n"), language: "en" }),
    );
    const articles = await readGiven(given, []);
    const analyses = analyseArticles(articles, lexicon);
    const { supportsOf, originOf } = relateArticles(articles, analyses, lexicon);
    stories.push({ own, articles, analyses, supportsOf, originOf });
  }
  return stories;
}

function scoreStories(stories, lead, method, summarise) {
  const scores = [];
  for (const { own, articles, analyses, supportsOf, originOf } of stories) {
    for (const report of own.filter(lead.has)) {
      const reference = lead.of(report);
      const { statements } = summarise({
        articles: articles.filter(({ id }) => id !== report.id),
        analyses,
        supportsOf: (range) => supportsOf(range).filter(({ article }) => article !== report.id),
        originOf,
        words: wordsOf(reference).length,
        method,
      });
      const summary = statements.map(({ text }) => text).join(" ");
      const [one, two] = [1, 2].map((n) => 100 * scoreRouge(summary, reference, n).f1);
      const full = wordsOf(summary).length / wordsOf(reference).length;
      scores.push({ half: Math.floor(report.topic / 2) % 2, one, two, full });
    }
  }
  return scores;
}

function rowOf(name, method, scores) {
  const mean = (of) => {
    const average = (part) =>
      (of.reduce((sum, score) => sum + score[part], 0) / Math.max(1, of.length)).toFixed(1);
    return `${average("one")}/${average("two")}`;
  };
  const full = scores.reduce((sum, score) => sum + score.full, 0) / Math.max(1, scores.length);
  const halves = [0, 1].map((half) => mean(scores.filter((score) => score.half === half)));
  return {
    on: `summaries against a held-out report's ${name}, ${method}: ROUGE-1/2 F1`,
    measured: mean(scores),
    asked: method === "centroid" ? ASKED : "",
    detail: `${scores.length} reports; by halves of the topics ${halves.join(" and ")}; ${(100 * full).toFixed(0)} % of the words used`,
  };
}
