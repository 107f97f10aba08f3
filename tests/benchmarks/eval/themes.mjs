/** Wire stories to themes of a few terms each: ranking by mean average precision, labels by macro-F1. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { averagePrecision, bestF1, mean, scoreLabels } from "../scorers/themes.mjs";

const ASKED = { map: 0.87, f1: 0.8 };

/** @param folder holds `themes/articles.jsonl.gz`, `{id, title, text, themes}` a line, and `themes.yaml` */
export async function evaluate(folder, load, { verbose = false } = {}) {
  const file = join(folder, "themes/articles.jsonl.gz");
  if (!existsSync(file)) return [];
  const run = await runner(folder, load);
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  const stories = lines.map((line) => JSON.parse(line));
  const whole = await run(stories);
  const [odd, even] = [0, 1].map((rest) => stories.filter((_, index) => index % 2 === rest));
  const halves = [await run(odd), await run(even)];
  if (verbose) for (const line of linesOf(whole)) console.error(line);
  const detail = (figure) =>
    `${halves.map((half) => shown(half[figure])).join(" and ")} where each half is a corpus; ${stories.length} stories, ${whole.themes.length} themes`;
  return [
    { on: "themes: MAP", measured: shown(whole.map), asked: ASKED.map, detail: detail("map") },
    {
      on: "themes: macro-F1, automatic threshold",
      measured: shown(whole.f1),
      asked: ASKED.f1,
      detail: `${detail("f1")}; with the best threshold ${shown(whole.best)}`,
    },
  ];
}

const shown = (figure) => figure.toFixed(3);

/** @returns what labels stories and scores the labels */
export async function runner(folder, load) {
  const { parseThemesFile } = await load("config/themes-file.js");
  const { readGiven } = await load("inspect/given-articles.js");
  const { compileThemes, labelThemes } = await load("analysis/themes/themes.js");
  const { rankThemes } = await load("analysis/themes/ranking/rank-themes.js");
  const themes = parseThemesFile(
    readFileSync(join(folder, "themes/themes.yaml"), "utf8"),
    "themes.yaml",
  ).value;
  const matcher = compileThemes({ themes, entities: { entities: [] } });
  return async (stories, { ranked = true } = {}) => {
    const given = stories.map(({ id, title, text }) => JSON.stringify({ id, title, text }));
    const articles = await readGiven(given, []);
    const analyses = new Map(
      articles.map((article) => [
        article.id,
        { article: article.id, ...labelThemes(article, [], matcher) },
      ]),
    );
    const found = ranked ? rankThemes(articles, analyses, themes) : analyses;
    return score(stories, found, themes);
  };
}

function score(stories, found, file) {
  const themes = file.themes.map(({ id }) => {
    const labels = stories.map((story) => {
      const label = found.get(story.id).themes.find((theme) => theme.id === id);
      return { label, isRelevant: story.themes.includes(id) };
    });
    const scored = labels
      .filter(({ label }) => label.score > 0)
      .map(({ label, isRelevant }) => ({ score: label.score, isRelevant }));
    const relevant = labels.filter(({ isRelevant }) => isRelevant).length;
    return {
      id,
      relevant,
      precision: averagePrecision(scored, relevant),
      best: bestF1(scored, relevant),
      labels: scoreLabels(
        labels.map(({ label, isRelevant }) => ({ given: label.assigned, wanted: isRelevant })),
      ),
    };
  });
  return {
    themes,
    map: mean(themes.map(({ precision }) => precision)),
    f1: mean(themes.map(({ labels }) => labels.f1)),
    best: mean(themes.map(({ best }) => best)),
  };
}

function linesOf({ themes }) {
  return themes.map(
    ({ id, relevant, precision, best, labels }) =>
      `${id} ${relevant}: AP ${shown(precision)}, F1 ${shown(labels.f1)} of ${shown(best)} (precision ${shown(labels.precision)}, recall ${shown(labels.recall)})`,
  );
}
