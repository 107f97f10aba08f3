/**
 * The timeline: of the five sample articles against their gold, of hand-written reports in four
 * languages, and the cost of 1,000 to 16,000 made-up reports of a few events a day.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const CASES = join(import.meta.dirname, "../../cases/timeline");

export async function evaluate(_folder, load, { quick = false } = {}) {
  const { analyseArticles, relateArticles } = await load("analysis/index.js");
  const { intervalOf } = await load("inspect/interval-of.js");
  const layOut = (articles, lexicon) =>
    relateArticles(articles, analyseArticles(articles, lexicon), lexicon, {
      offTheme: true,
    }).timeline.map((item) => ({ ...item, date: intervalOf(item) }));
  const rows = readdirSync(CASES)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => caseRow(file, layOut));
  return [...rows, await costRow(load, quick)];
}

function caseRow(file, layOut) {
  const given = parse(readFileSync(join(CASES, file), "utf8"));
  const found = layOut(given.articles.map(articleOf), lexiconOf(given));
  const texts = new Map(given.articles.map(({ id, text }) => [id, text]));
  const isMet = (entry, { date, origins, passage, tellings }) =>
    date === entry.date &&
    origins === entry.origins &&
    texts.get(passage.article).slice(passage.start, passage.end).includes(entry.words) &&
    tellings
      .map(({ article }) => article)
      .sort()
      .join() === entry.by.join();
  const met = given.timeline.filter((entry) => found.some((item) => isMet(entry, item)));
  return {
    on: `timeline of ${file}: entries with date, tellers and origins right`,
    measured: `${met.length} of ${given.timeline.length}`,
    asked: `${given.timeline.length}`,
    detail: `${found.length - met.length} others, ${given.articles.length} articles`,
  };
}

/** Milliseconds an article, at the least and at the most of articles. */
async function costRow(load, quick) {
  const { analyseArticles } = await load("analysis/index.js");
  const { groupStories } = await load("analysis/events/stories.js");
  const { buildTimeline } = await load("analysis/timeline/timeline.js");
  const lexicon = lexiconOf({ entities: [], outlets: [] });
  const costs = (quick ? [1000, 4000] : [1000, 4000, 16_000]).map((count) => {
    const articles = Array.from({ length: count }, (_, index) => madeUp(index));
    const analyses = analyseArticles(articles, lexicon);
    const stories = groupStories(articles, analyses);
    buildTimeline(articles.slice(0, 500), analyses, stories, { offTheme: true });
    const start = performance.now();
    const items = buildTimeline(articles, analyses, stories, { offTheme: true });
    const cost = (performance.now() - start) / count;
    return { count, cost, items: items.length };
  });
  return {
    on: "timeline: cost an article, most articles to fewest",
    measured: `× ${((costs.at(-1)?.cost ?? 0) / (costs[0]?.cost ?? 1)).toFixed(2)}`,
    asked: "<= × 2",
    detail: costs
      .map(({ count, cost, items }) => `${count}: ${cost.toFixed(3)} ms, ${items} entries`)
      .join("; "),
  };
}

const ACTS = "closed opened bought sold flooded repaired searched painted guarded fenced".split(
  " ",
);
const THINGS = "harbour quarry viaduct orchard theatre reservoir tannery sawmill".split(" ");

/** Two events of a report, out of some hundred a day. */
function madeUp(index) {
  const [day, place] = [(index % 28) + 1, index % 97];
  const tell = (step) =>
    `Crews from district ${place} ${ACTS[(index * step) % 10]} the ${THINGS[(index * step) % 8]} at Quay${place} on May ${day}.`;
  return articleOf({
    id: `a-${String(index).padStart(6, "0")}`,
    language: "en",
    outlet: `Gazette ${index % 40}`,
    published: "2022-05-29",
    text: `${tell(3)} ${tell(7)} The report number ${index} was filed late.`,
  });
}

function articleOf({ id, language, outlet, published, text }) {
  const evidence = [];
  return {
    ...{ id, language, outlet, paragraphs: [text], title: "", file: id, format: "text", url: null },
    ...{ titleDerived: true, standfirst: null, byline: null, agency: null, chain: [] },
    ...{ dateline: null, published: { date: published, precision: "day", evidence } },
    ...{ modified: null, inferred: null, foreign: [], removed: [], repairs: [], raw: "" },
    ...{ container: id, rawSha256: "", textSha256: "" },
  };
}

function lexiconOf({ entities, outlets }) {
  const weights = { strong: 3, near: 1, weak: 1, negative: -2 };
  const rule = {
    ...{ minScore: 4, minScoreShort: 3, shortWords: 150, minStrong: 1, capPerTerm: 2 },
    ...{ titleBonus: 1, outOfContextDivisor: 2, minPassageScore: 1 },
  };
  const filled = entities.map((entity) => ({
    ...{ names: {}, short: [], cs: [], not: [], background: false, roles: [] },
    ...entity,
  }));
  const registered = outlets.map((outlet) => ({ republishes: [], restricted: [], ...outlet }));
  return {
    themes: {
      ...{ version: "1", weights, rule, context: {}, contextNot: [], contextSides: [] },
      ...{ mask: {}, themes: [] },
    },
    entities: { version: "1", entities: filled, contested: [], loaded: [] },
    outlets: { version: "1", outlets: registered },
    inputs: [],
  };
}
