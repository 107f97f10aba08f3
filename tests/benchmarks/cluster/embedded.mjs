/**
 * The embedded store over a million articles: import, a week of 5,000 to a finished brief, the same
 * after one article more, search in a week, and what it takes on the disk. Each run is a process of
 * its own, as a user starts it.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { FULL_WEEK_ID } from "../million/articles.mjs";
import { runBrief, runNode } from "./measure/run-brief.mjs";
import { withWorkspace } from "./measure/workspace-of.mjs";

const ASKED = { seconds: 6, mb: 700, searchMs: 50 };
const BRING_UP = join(import.meta.dirname, "measure/bring-up.mjs");

export const evaluate = (load, options) =>
  withWorkspace(load, options, (workspace) => measure(workspace, load, options));

async function measure({ folder, articles, importMs }, load, { built, quick }) {
  const rows = [];
  const add = (on, measured, asked = "", holds = null, detail = "") =>
    rows.push({
      on: `embedded, ${articles.toLocaleString("en")}: ${on}`,
      measured,
      asked,
      holds,
      detail,
    });
  const rate = (ms) => `${Math.round((articles / ms) * 1000).toLocaleString("en")}/s`;
  if (importMs !== null) add("import of files", rate(importMs), "", null, seconds(importMs));
  if (!existsSync(join(folder, ".briefwright/index.sqlite"))) {
    const { ms, mb, status, stderr } = await runNode([BRING_UP, built, folder], {});
    if (status !== 0) throw new Error(stderr);
    add("reading and index", rate(ms), "", null, `${seconds(ms)}, ${Math.round(mb)} MB at most`);
  }
  const week = async (on) => {
    const args = ["generate", "--week", FULL_WEEK_ID, "--out", join(folder, "out")];
    const { ms, mb, status, stderr } = await runBrief(args, { built, cwd: folder });
    if (status !== 0) throw new Error(stderr);
    const holds = quick ? null : ms < ASKED.seconds * 1000 && mb < ASKED.mb;
    const asked = `< ${ASKED.seconds} s, < ${ASKED.mb} MB`;
    add(on, `${seconds(ms)}, ${Math.round(mb)} MB`, asked, holds);
  };
  await week("a week to a brief");
  await importOne(folder, load);
  await week("the same after one article more");
  const { ms, detail } = await searchWeek(folder, load);
  const holds = quick ? null : ms < ASKED.searchMs;
  add("search in a week", `${ms.toFixed(1)} ms`, `< ${ASKED.searchMs} ms`, holds, detail);
  add("on the disk", `${Math.round(sizeOf(folder) / 1e6)} MB`, "", null, "files and index");
  return rows;
}

async function importOne(folder, load) {
  const { nodeHost } = await load("host/node.js");
  const { importToStore } = await load("corpus/index.js");
  const text = `The ministers met again, ${Date.now()}.\n\ndate 2021-05-06\n\nThey said that all foreign forces must leave Libya.\n`;
  const file = `late/${Date.now()}.txt`;
  await importToStore(nodeHost, folder, [{ file, bytes: Buffer.from(text) }]);
}

/** Common and rare words, a phrase, a beginning, three scripts. */
const QUERIES = ["the", "libya mercenaries", '"foreign forces"', "merc*", "ليبيا", "Ливии", "mir*"];
const RUNS = 5;

async function searchWeek(folder, load) {
  const { nodeHost } = await load("host/node.js");
  const { parseTextQuery, snippetOf, withIndex } = await load("corpus/index.js");
  const days = { from: "2021-05-03", to: "2021-05-09" };
  const { value } = await withIndex(nodeHost, folder, async (store) => {
    const times = [];
    for (const text of QUERIES) {
      const query = parseTextQuery(text);
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) {
        const start = performance.now();
        const hits = await store.search({ query, days, limit: 20 });
        for (const article of await store.load(hits.map((hit) => hit.article))) {
          snippetOf(article, query);
        }
        runs.push(performance.now() - start);
      }
      times.push({ text, ms: runs.sort((a, b) => a - b)[Math.floor(RUNS / 2)] });
    }
    return times.sort((a, b) => b.ms - a.ms);
  });
  return {
    ms: value[0].ms,
    detail: `slowest of ${QUERIES.length}: ${value[0].text}, snippets included`,
  };
}

function sizeOf(folder) {
  const kept = join(folder, ".briefwright");
  return readdirSync(kept).reduce((sum, file) => sum + statSync(join(kept, file)).size, 0);
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
