/**
 * The corpus store over 200,000 articles of 3 kB, a hundred weeks of 2,000: import with index, a week's
 * window, ranked search inside a week, and `generate` of a week without reading the rest again.
 * With --quick a fortieth of them. The articles are made up, the same each time.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");
const ASKED = { import: 3000, window: 10, search: 50 };
const WEEKS = 100;
const RUNS = 9;
const FIRST_MONDAY = Date.UTC(2020, 0, 6);
const DAY = 86_400_000;

/** @param _folder nothing of it is used: all articles are made up */
export async function evaluate(_folder, load, { quick = false } = {}) {
  const workspace = mkdtempSync(join(tmpdir(), "briefwright-store-"));
  try {
    const articles = quick ? 5000 : 200_000;
    writeWorkspace(workspace, articles);
    return await measure(workspace, load, articles);
  } finally {
    rmSync(workspace, { recursive: true });
  }
}

async function measure(workspace, load, articles) {
  const { nodeHost } = await load("host/node.js");
  const corpus = await load("corpus/index.js");
  const folder = join(workspace, "corpus/articles");
  const sync = async (store) => {
    const start = performance.now();
    const listing = await corpus.listFolder(nodeHost, folder);
    await corpus.syncStore({ host: nodeHost, store, listing, options: {} });
    return performance.now() - start;
  };
  const rows = [];
  const add = (on, measured, asked, detail) =>
    rows.push({ on: `store of ${articles.toLocaleString("en")}: ${on}`, measured, asked, detail });

  await corpus.withIndex(nodeHost, workspace, async (store) => {
    const ms = await sync(store);
    const rate = Math.round((articles / ms) * 1000);
    add("import with index", `${rate}/s`, `>= ${ASKED.import}/s`, `${(ms / 1000).toFixed(1)} s`);
  });
  const { size } = statSync(join(workspace, ".briefwright/index.sqlite"));
  await corpus.withIndex(nodeHost, workspace, async (store) => {
    const again = await sync(store);
    add("look for changes", `${again.toFixed(0)} ms`, "", `nothing changed, index ${mb(size)} MB`);
    const week = daysOfWeek(52);
    const heads = await store.between(week);
    const window = await median(() => store.between(week));
    add(
      "week window",
      `${window.toFixed(1)} ms`,
      `< ${ASKED.window} ms`,
      `${heads.length} articles`,
    );
    const load = await median(() => store.load(heads), 3);
    add("the week's texts", `${load.toFixed(0)} ms`, "", `${heads.length} articles whole`);
    const slowest = await slowestSearch(corpus, store, week);
    const detail = `slowest of ${QUERIES.length} queries, snippets included`;
    add("search in a week", `${slowest.toFixed(1)} ms`, `< ${ASKED.search} ms`, detail);
    const everywhere = await slowestSearch(corpus, store);
    add("search everywhere", `${everywhere.toFixed(0)} ms`, "", `slowest of ${QUERIES.length}`);
  });
  add("generate of a week", ...(await generateWeek(workspace, load, nodeHost)));
  return rows;
}

/** Common and rare words, a phrase, a beginning. */
const QUERIES = ["the", "libya turkey", "foreign forces", '"foreign forces"', "merc*", "mir*"];

async function slowestSearch(corpus, store, days) {
  const times = [];
  for (const text of QUERIES) times.push(await searchTime(corpus, store, text, days));
  return Math.max(...times);
}

function searchTime({ parseTextQuery, snippetOf }, store, text, days) {
  const query = parseTextQuery(text);
  return median(async () => {
    const hits = await store.search({ query, days, limit: 20 });
    const articles = await store.load(hits.map((hit) => hit.article));
    for (const article of articles) snippetOf(article, query);
  });
}

/** Only what the period needs is loaded; of the articles' files none is opened. */
async function generateWeek(workspace, load, nodeHost) {
  const { generate } = await load("pipeline.js");
  const { parseWeek } = await load("issue/index.js");
  let opened = 0;
  const host = {
    ...nodeHost,
    readFile(path) {
      if (path.includes("/corpus/articles/")) opened += 1;
      return nodeHost.readFile(path);
    },
  };
  const start = performance.now();
  const { made, diagnostics, timings } = await generate(host, {
    folder: workspace,
    period: parseWeek("2021-W01"),
    formats: new Set(["json"]),
  });
  const ms = performance.now() - start;
  if (made === null) throw new Error(JSON.stringify(diagnostics));
  const stages = timings
    .filter(({ ms }) => ms >= 50)
    .map(({ stage, ms }) => `${stage} ${ms.toFixed(0)}`);
  const { inPeriod } = made.issue.method;
  return [
    `${(ms / 1000).toFixed(1)} s`,
    "no file read again",
    `${inPeriod} articles of the week, ${opened} files opened; ms: ${stages.join(", ")}; ${mb(process.resourceUsage().maxRSS * 1024)} MB at most`,
  ];
}

async function median(work, runs = RUNS) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

const mb = (bytes) => Math.round(bytes / 1024 / 1024);
const isoDay = (time) => new Date(time).toISOString().slice(0, 10);

function daysOfWeek(week) {
  const monday = FIRST_MONDAY + week * 7 * DAY;
  return { from: isoDay(monday), to: isoDay(monday + 6 * DAY) };
}

function writeWorkspace(workspace, articles) {
  cpSync(join(ROOT, "briefwright.yaml"), join(workspace, "briefwright.yaml"));
  cpSync(join(ROOT, "corpus/lexicon"), join(workspace, "corpus/lexicon"), { recursive: true });
  cpSync(join(ROOT, "templates"), join(workspace, "templates"), { recursive: true });
  const known = sentencesOfCorpus();
  for (let index = 0; index < articles; index += 1) {
    const folder = join(workspace, "corpus/articles", String(index % WEEKS).padStart(3, "0"));
    if (index < WEEKS) mkdirSync(folder, { recursive: true });
    const name = `${String(index).padStart(6, "0")}.txt`;
    writeFileSync(join(folder, name), makeArticle(index, known));
  }
}

function sentencesOfCorpus() {
  const folder = join(ROOT, "corpus/articles");
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .split(/(?<=[.”"])\s+/)
      .filter((sentence) => sentence.length > 60 && sentence.length < 400),
  );
}

/** Park & Miller's minimal standard generator, 1988: the same numbers everywhere. */
function numbersFrom(seed) {
  let state = (seed * 7919 + 1) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const SMALL = "the of and to in a is that for on was with as by at from it an be has".split(" ");
const SYLLABLES = "ka lo mir ten sa vor el du ran bi sto ne pal gu shi or tam we lin ar".split(" ");

/** A made-up word, the commoner the lower its number. */
function makeWord(number) {
  let word = "";
  for (let rest = number + 20; rest > 0; rest = Math.floor(rest / 20)) word += SYLLABLES[rest % 20];
  return word;
}

/** A tenth of the articles carries sentences of the sample corpus, the rest is about something else. */
function makeArticle(index, known) {
  const pick = numbersFrom(index + 1);
  const time = FIRST_MONDAY + (index % WEEKS) * 7 * DAY + (Math.floor(index / WEEKS) % 7) * DAY;
  const paragraphs = [];
  if (index % 10 === 0) paragraphs.push(...[1, 2, 3].map(() => known[pick(known.length)]));
  for (let length = paragraphs.join("").length; length < 2950; length += paragraphs.at(-1).length) {
    paragraphs.push([1, 2, 3].map(() => makeSentence(pick)).join(" "));
  }
  return `${makeSentence(pick).slice(0, -1)}\n\ndate ${isoDay(time)}\n\n${paragraphs.join("\n\n")}\n`;
}

function makeSentence(pick) {
  const words = Array.from({ length: 12 + pick(16) }, () => {
    if (pick(5) < 2) return SMALL[pick(SMALL.length)];
    const share = pick(1000) / 1000;
    return makeWord(Math.floor(30_000 * share ** 3));
  });
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
